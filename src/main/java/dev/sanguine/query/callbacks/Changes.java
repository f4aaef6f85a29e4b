package dev.sanguine.query.callbacks;

import dev.sanguine.law.Intent;

/** What a mutation changes at once, as Java writes it; see {@link Optimistic}. */
public interface Changes {
  void write(Intent intent, Object variables);
}
