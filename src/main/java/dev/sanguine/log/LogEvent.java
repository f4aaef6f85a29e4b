package dev.sanguine.log;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/**
 * One event of a client's log. The type says which members are there ({@link EventTypes}); the others are absent: null on
 * the JVM, undefined in JavaScript. Values are those of the cache itself, not copies: they must not be changed.
 */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class LogEvent {
  /** Its number, from 1 on, among all events of the client since somebody listens. */
  public Double n;
  /** When it happened, in milliseconds since 1970. */
  public Double at;

  public String type;

  // What happened to an intent

  /** The intent: the number of its first change. */
  public Double intent;

  public Double mutation;
  /** The mutation's key as text, or # and its number: the name of an opaque function. */
  public String name;

  public Object mutationKey;
  public Object scope;
  public Object variables;
  public Seq<LogChange> changes;
  /** When it was settled, by the client's counter, by which requests are numbered too. */
  public Double number;
  /** What the mutation failed with: its message, of 200 characters at most. */
  public String error;
  /** The answer, if it becomes part of what is shown. */
  public Object answer;
  /** Pairs of an id that the mutation gave out for a record and the one that the answer gives it. */
  public Seq<Seq<Object>> names;
  /** The mutation's own merge makes the value of the answer: an opaque function. */
  public Boolean merges;

  // What happened to a query

  /** The query's hash. */
  public String query;

  public Object key;
  /** The change, by its number. */
  public Double change;
  /** The answer is part of the change already. */
  public Boolean answered;
  /**
   * What brought the value: start (it was there when the query or the log began), write (setQueryData), state (hydration,
   * a push, setState), held (the same, held back until now), revert (a fetch was cancelled) or reset.
   */
  public String by;
  /** The number of the request that brought the value; 0 if nobody asked for it. */
  public Double request;

  public Object value;
  /** The value is the one from before. */
  public Boolean same;
  /** The changes that have become part of the base. */
  public Seq<Double> holds;
  /** Changes whose answer has become part of them at the same time. */
  public Seq<Double> merged;
  /** The changes whose end a value that is held back waits for. */
  public Seq<Double> waitsFor;
  /** Why a value that was held back is dropped: confirmed, newer or written. */
  public String why;
  /** What opaque functions made of the values that this event brought to them, if it is something else than before. */
  public Seq<LogEffect> effects;
  /** Changes that threw at this event and are left out of the query from now on. */
  public Seq<Double> threw;
  /** Changes whose merge threw at this event: the answer is left out from now on. */
  public Seq<Double> mergeThrew;
  /** The query's option structuralSharing: off if it is false, own if it is a function. */
  public String sharing;
  /** Names of members whose values JSON cannot hold: in the JSON form they are as near as it can. */
  public Seq<String> lossy;
}
