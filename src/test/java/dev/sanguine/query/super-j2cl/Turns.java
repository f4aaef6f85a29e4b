package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.testkit.VirtualEnvironment;
import elemental2.promise.Promise;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;
import jsinterop.base.Js;

/** Tests of what comes piece by piece: the browser's own promises carry a stream, and need turns of its event loop. */
public final class Turns {
  /** More turns than any chunk takes to arrive. */
  private static final int MANY = 5;

  private Turns() {}

  public static Thenable<Object> play(VirtualEnvironment world, Task... steps) {
    return Js.uncheckedCast(play(world, steps, 0));
  }

  private static Promise<Object> play(VirtualEnvironment world, Task[] steps, int at) {
    if (at == steps.length) {
      return Promise.resolve((Object) null);
    }
    return turn(world, MANY).then(nothing -> {
      steps[at].run();
      return play(world, steps, at + 1);
    });
  }

  private static Promise<Object> turn(VirtualEnvironment world, int left) {
    world.advance(0);
    if (left == 0) {
      return Promise.resolve((Object) null);
    }
    return new Promise<Object>(
            (resolve, reject) -> setTimeout(() -> resolve.onInvoke((Object) null), 0))
        .then(nothing -> turn(world, left - 1));
  }

  /** What can be iterated is awaited item by item. */
  public static Object stream(Seq<Object> chunks) {
    return chunks;
  }

  @JsMethod(namespace = JsPackage.GLOBAL)
  private static native void setTimeout(Task task, int delay);
}
