package dev.sanguine.query;

import dev.sanguine.env.Development;
import dev.sanguine.env.Seq;
import dev.sanguine.law.RecordNames;
import dev.sanguine.query.fetching.FetchRun;
import jsinterop.annotations.JsIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What mutations, queries and features ask of {@link TemporaryIds}. It stands apart so that a page whose mutations call no
 * {@code temporary} does not load that class: an app's bundler leaves it out.
 */
public abstract class AwaitedIds extends RecordNames {
  // Mutations

  /** The mutation has its final answer: those that wait for its records go on, or fail with it; the next of a line is sent. */
  abstract void settled(Mutation mutation, boolean success, Object dataOrError);

  /** The temporary ids that the mutation waits for: it must not be sent with them. */
  abstract Seq<String> awaitedBy(Mutation mutation);

  /** The temporary ids of records in the variables that were not made. */
  abstract Seq<String> unmadeIn(Object variables);

  /** The mutation was restored, with the ids that it waited for. */
  abstract void restored(Mutation mutation);

  /** An id that the mutation waits for and that nobody is making; null if there is none. */
  abstract @Nullable String orphanOf(Mutation mutation);

  /** Nobody will make the record: it counts as one that was not made. */
  abstract void giveUpOn(String id);

  /** How many of these, from the first on, could leave in one request: none of them waits for anybody else. */
  @JsIgnore
  public abstract int canLeaveTogether(Seq<Mutation> mutations);

  /** What the mutation fails with, which was restored without the one that makes its record. */
  static Object orphaned(Mutation mutation, Object id) {
    return mutation
        .environment()
        .errors
        .create("mutation " + mutation.label() + " is about " + id
            + ", a record whose mutation was not restored"
            + Development.hint("; dehydrate that one too, or make the record again"));
  }

  // Queries

  /** The query has come to the cache. */
  abstract void queryCame(Query query);

  /** The query has left the cache. */
  abstract void queryLeft(Query query);

  /** The query's key holds the temporary id of a record that is being made: the server cannot be asked for it yet. */
  public abstract boolean isAwaitedBy(Query query);

  /** Throws, for good, if the key of what is to be fetched holds the temporary id of a record that was not made. */
  public abstract void refuseUnmade(FetchRun fetch);
}
