package dev.sanguine.testkit;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;

/**
 * A network whose answers the test gives: each request waits until it is answered, failed or left to a delay, in any
 * order. With a seed it answers by itself, late, wrong or never, the same way every time.
 */
public final class ScriptedNetwork {
  /** A request that is under way. */
  public static final class Call {
    /** What the caller named it by. */
    public final String name;
    /** What the caller sent. */
    public final Object payload;
    /** Its number, from 1, in the order of sending. */
    public final int number;

    private final Listener<Object> resolve;
    private final Listener<Object> reject;
    private boolean over;

    Call(
        String name,
        Object payload,
        int number,
        Listener<Object> resolve,
        Listener<Object> reject) {
      this.name = name;
      this.payload = payload;
      this.number = number;
      this.resolve = resolve;
      this.reject = reject;
    }

    public boolean isOver() {
      return over;
    }

    /** Answers it; who waits hears of it with the next microtasks. */
    public void answer(Object value) {
      over = true;
      resolve.on(value);
    }

    public void fail(Object error) {
      over = true;
      reject.on(error);
    }
  }

  private final Environment environment;
  private final Seq<Call> calls = new Seq<>();
  private boolean down;

  public ScriptedNetwork(Environment environment) {
    this.environment = environment;
  }

  /** Sends a request; while the network is down it fails at once. */
  public Thenable<Object> send(String name, Object payload) {
    return environment.deferreds.create((resolve, reject) -> {
      Call call = new Call(name, payload, calls.size() + 1, resolve, reject);
      calls.add(call);
      if (down) {
        call.fail("network down");
      }
    });
  }

  /** Every request so far, in the order of sending. */
  public Seq<Call> calls() {
    return calls;
  }

  /** How many requests of that name were sent. */
  public int count(String name) {
    int count = 0;
    for (int i = 0; i < calls.size(); i++) {
      count += calls.get(i).name.equals(name) ? 1 : 0;
    }
    return count;
  }

  /**
   * The oldest request of that name that is not over.
   *
   * @throws IllegalStateException if there is none
   */
  public Call pending(String name) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).name.equals(name) && !calls.get(i).over) {
        return calls.get(i);
      }
    }
    throw new IllegalStateException(
        "no request " + name + " is under way; sent were " + calls.size());
  }

  /** The latest request of that name, over or not. */
  public Call last(String name) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).name.equals(name)) {
        return calls.get(i);
      }
    }
    throw new IllegalStateException("no request " + name + " was sent");
  }

  /** From now on requests fail at once, until it is up again; those under way stay. */
  public void down() {
    down = true;
  }

  public void up() {
    down = false;
  }
}
