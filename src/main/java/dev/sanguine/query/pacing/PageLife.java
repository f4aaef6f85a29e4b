package dev.sanguine.query.pacing;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Task;

/** Tells what happens to the page. In a browser the window's events say it, on the JVM nothing does, in a test the test. */
public interface PageLife {
  /** Listens from now on; what is returned ends that. */
  Task listen(Listener<PageEvent> listener);
}
