package dev.sanguine.law;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Values;

/** What the law needs of a client: to find queries, to number what happens, and to do something later. */
public abstract class LawHost {
  final Values values;
  final Errors errors;

  protected LawHost(Values values, Errors errors) {
    this.values = values;
    this.errors = errors;
  }

  /** The next of the numbers that say what came before what: larger than all before. */
  protected abstract double tick();

  // Queries

  /** The text by which the cache files the key. */
  protected abstract String hash(Object key);

  /** The query of that hash; null if there is none. */
  protected abstract FoldedQuery find(String hash);

  /** The query of that key, made without a value. */
  protected abstract FoldedQuery make(Object key);

  /** True if the target of a change is filters. */
  protected abstract boolean isFilters(Object target);

  /** The queries that the filters mean. */
  protected abstract Seq<FoldedQuery> findAll(Object filters);

  /** True if the filters mean the query. */
  protected abstract boolean mean(Object filters, FoldedQuery query);

  /** Filters of the same beginning of a key, and of nothing else that they ask for. */
  protected abstract Object beginningOf(Object filters);

  /** The text of that beginning. */
  protected abstract String hashOfBeginning(Object filters);

  // Time

  /** Runs the task with the observers' news of it told in one go. */
  protected abstract void batch(Task task);

  /** Runs the task when this one is over, or after so many milliseconds if they are more than 0. */
  protected abstract void later(Task task, int milliseconds);

  protected abstract boolean isThenable(Object value);

  // Who listens

  /** Something has become of the intent: its state says what. */
  protected abstract void intentChanged(Intent intent);

  /** The intent's variables have become others, and its changes with them. */
  protected abstract void intentRewritten(Intent intent);

  /** What the query shows, or what is held back from it, may have changed. */
  protected abstract void queryTouched(FoldedQuery query);

  /** A value came that the query does not take at once. */
  protected abstract void valueHeld(FoldedQuery query, ArrivedValue value);

  protected abstract void cleared();
}
