package dev.sanguine.env;

import java.util.ArrayList;
import java.util.List;

/** Says that a request is no longer wanted: the browser's AbortSignal, and its likeness on the JVM. */
public final class AbortSignal {
  public boolean aborted;
  public Object reason;
  private final List<Listener<Object>> listeners = new ArrayList<>();

  AbortSignal() {}

  /** Hears, once, of the abort; {@code type} is "abort". */
  public void addEventListener(String type, Listener<Object> listener) {
    listeners.add(listener);
  }

  public void removeEventListener(String type, Listener<Object> listener) {
    listeners.remove(listener);
  }

  void fire(Object why) {
    if (aborted) {
      return;
    }
    aborted = true;
    reason = why;
    List<Listener<Object>> now = new ArrayList<>(listeners);
    listeners.clear();
    now.forEach(listener -> listener.on(this));
  }
}
