package dev.sanguine.env;

/** Random numbers in [0, 1): jitter of retries, ids, idempotency keys. */
public interface Randomness {
  double next();
}
