package dev.sanguine.law;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;

/** A client that is nothing but a few queries by their keys. */
final class PlainHost extends LawHost {
  final Table<String, PlainQuery> queries = new Table<>();
  /** What was put off until the task is over. */
  private final Seq<Task> later = new Seq<>();

  private final Environment env;
  private double ticks;

  PlainHost(Environment env) {
    super(env.values, env.errors);
    this.env = env;
  }

  /** The task is over: what was put off is done. */
  void endTask() {
    Seq<Task> now = later.copy();
    later.clear();
    now.each(Task::run);
  }

  @Override
  protected double tick() {
    return ++ticks;
  }

  @Override
  protected String hash(Object key) {
    return values.hashKey(key);
  }

  @Override
  protected FoldedQuery find(String hash) {
    return queries.get(hash);
  }

  @Override
  protected FoldedQuery make(Object key) {
    throw new IllegalStateException("these tests name queries that are there");
  }

  @Override
  protected boolean isFilters(Object target) {
    return false;
  }

  @Override
  protected Seq<FoldedQuery> findAll(Object filters) {
    return new Seq<>();
  }

  @Override
  protected boolean mean(Object filters, FoldedQuery query) {
    return false;
  }

  @Override
  protected Object beginningOf(Object filters) {
    return filters;
  }

  @Override
  protected String hashOfBeginning(Object filters) {
    return "";
  }

  @Override
  protected void batch(Task task) {
    task.run();
  }

  @Override
  protected void later(Task task, int milliseconds) {
    later.add(task);
  }

  @Override
  protected boolean isThenable(Object value) {
    return env.deferreds.isThenable(value);
  }

  @Override
  protected void intentChanged(Intent intent) {}

  @Override
  protected void intentRewritten(Intent intent) {}

  @Override
  protected void queryTouched(FoldedQuery query) {}

  @Override
  protected void valueHeld(FoldedQuery query, ArrivedValue value) {}

  @Override
  protected void cleared() {}
}
