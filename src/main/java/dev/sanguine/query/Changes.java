package dev.sanguine.query;

/** What a mutation changes at once, as Java writes it; see {@link Optimistic}. */
public interface Changes {
  void write(Intent intent, Object variables);
}
