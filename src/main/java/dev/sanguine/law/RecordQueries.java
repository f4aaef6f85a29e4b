package dev.sanguine.law;

import dev.sanguine.env.Seq;

/**
 * Which queries a change of one record means, and what it makes of their values. Only a client with the feature {@code
 * records} has one.
 */
public abstract class RecordQueries {
  /** Writes changes of that record down in the intent. */
  protected abstract RecordIntent record(Intent intent, String type, Object id);

  /** Writes down in the intent that there is a new record. */
  protected abstract void add(Intent intent, String type, Object record);

  /** Fails if the fields have the id of another record. */
  protected abstract void checkFields(RecordTarget record, Object fields);

  /** The queries that show the record, or will show it by the change. */
  protected abstract Seq<FoldedQuery> meantBy(Change change);

  /** True if the change, which is pending, means the query, which is new. */
  protected abstract boolean means(Change change, FoldedQuery query);

  /** The value after the change, with what its mutation's answer says of the record. */
  protected abstract Object made(FoldedChange folded, Object old);

  /** True if nothing but a number of records would show the change in that value, which has come for the query. */
  protected abstract boolean countsUnseen(FoldedChange folded, Object data);

  /** True if the query's value had the record when it was fetched: what has come from elsewhere may hold the change already. */
  protected abstract boolean isOfValue(FoldedChange folded);

  /** The fold of a query that may show records. */
  protected abstract Fold fold(FoldedQuery query, Object base);

  /** The record as it was before the change; null if there was none, or if nobody knows it. */
  public abstract Object before(Change change);

  /** The record as it is after the change; null if there is none, or if nobody knows it. */
  public abstract Object after(Change change);

  /** Somebody sends the record, as the server has it now, without having been asked. */
  public abstract void receive(String type, Object record);

  /** Somebody says that the server has the record no more. */
  public abstract void receiveRemoval(String type, Object id);

  /** The query, which is there already, says now which records its data holds. */
  public abstract void declared(FoldedQuery query);

  /** True if the query shows records of one of these types. */
  protected abstract boolean holdsOneOf(Seq<String> types, FoldedQuery query);
}
