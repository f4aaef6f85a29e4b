package dev.sanguine.law;

/** A value that came for a query: fetched, pushed, or written by hand. It becomes the base now, later or never. */
public final class ArrivedValue {
  /** In the place of a request's number: older than every change, and holds none. */
  public static final double STORED = -1;
  /** In the place of a request's number: nobody asked for it, so it counts as sent before everything. */
  public static final double UNASKED = 0;

  public Object data;
  /** The number of the request that brought it; {@link #STORED} if storage answered, {@link #UNASKED} if nobody asked. */
  public final double sent;
  /** The state in which it was pushed, with what that says besides; null if it was fetched or written, or had to wait. */
  public Object pushed;
  /** When it was made; NaN stands for the time at which it becomes the base. */
  public double updatedAt = Double.NaN;
  /** If it becomes the base, that ends no fetch: it was written by hand, or its fetch has ended before. */
  public boolean isManual;
  /** The base was marked as out of date already when the value came. */
  boolean wasInvalidated;

  public ArrivedValue(Object data, double sent) {
    this.data = data;
    this.sent = sent;
  }

  /** It has to wait, and will be taken as what it is now: a value of this moment, and no word on any fetch. */
  void keepArrivalTime(double now) {
    updatedAt = Double.isNaN(updatedAt) ? now : updatedAt;
    pushed = null;
  }
}
