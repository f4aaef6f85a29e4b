package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.ArrayList;
import java.util.List;

/** Tests of what comes piece by piece, which takes real turns of the event loop in a browser. */
public final class Turns {
  private Turns() {}

  /** Plays the steps; before each one happens all that needs no answer and no time. */
  public static Thenable<Object> play(VirtualEnvironment world, Task... steps) {
    for (Task step : steps) {
      world.advance(0);
      step.run();
    }
    return null;
  }

  /** A stream of these chunks: values and thenables. */
  public static Object stream(Seq<Object> chunks) {
    List<Object> list = new ArrayList<>();
    chunks.each(list::add);
    return list;
  }
}
