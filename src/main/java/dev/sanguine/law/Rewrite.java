package dev.sanguine.law;

/** How a value that was written by hand is written again over another one. */
public interface Rewrite {
  Object over(Object value);

  /** True if the write, done to what holds it already, makes nothing more. */
  boolean isRepeatable();

  /** It makes a record that was not there. */
  boolean addsRecords();
}
