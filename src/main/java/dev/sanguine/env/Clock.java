package dev.sanguine.env;

/** The time, in milliseconds since 1970-01-01T00:00Z. */
public interface Clock {
  double now();
}
