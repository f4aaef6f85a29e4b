package dev.sanguine.query.state;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import dev.sanguine.env.Then;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.pending.IntentsObserver;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What an {@link IntentsObserver} shows of an intent. A plain object; a change makes a new one. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class IntentResult {
  public int mutationId;
  public Object mutationKey;
  /** What the mutation was called with. */
  public Object variables;
  /** held, queued, sent, confirmed (until a fetched value holds it), failed, conflict or unknown. */
  public String state;
  /** The names of the fields that it changes, of the records that the filters mean. */
  public Seq<String> fields;
  /** The keys of the queries that it changes. */
  public Seq<Object> keys;
  /** What it failed with; null if it did not. */
  public Object error;
  /** How often it was sent with this idempotency key. */
  public int attempts;
  /** When it was submitted, in ms since 1970. */
  public double submittedAt;
  /**
   * If it failed or is unknown: sends it again, with the same variables and the same idempotency key; it shows again
   * before this returns. Gives a thenable of the answer, whose rejection need not be handled.
   */
  public Supply retry;
  /** If it failed or is unknown: forgets it. If it is under way: cancels it, as {@link Mutation#cancel}. */
  public Task discard;
  /** Of a conflict: the record that the change was made on. Lists, if the change is about several records. */
  public Object base;
  /** Of a conflict: that record with the change. */
  public Object mine;
  /** Of a conflict: the record as the server has it; undefined (null in Java) if that is not known. */
  public Object theirs;
  /**
   * Of a conflict: 'mine' sends the change again on top of theirs, 'theirs' forgets it, anything else are the variables
   * with which it is sent instead. Gives a thenable of the answer, whose rejection need not be handled. Null of all else.
   */
  public Then<Object> resolve;
  /** If it is held, until when, in ms since 1970; else absent. */
  public Object heldUntil;
  /** If it is held, takes it back: nothing is sent. False if it is too late. */
  public Supply undo;
  /** If it is held or waits for a pause, sends it now. False if it does not. */
  public Supply sendNow;
}
