package dev.sanguine.env;

/** What stands for a thenable: whoever waits for it waits for that. */
public interface ThenableSource {
  Thenable<?> thenable();
}
