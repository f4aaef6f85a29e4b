package dev.sanguine.query;

import dev.sanguine.env.Seq;

/**
 * The mutations of one scope in the order in which they came. Those at the front that are settled are stepped over once
 * and for all, so that a long queue costs each of its mutations the same.
 */
final class Scope {
  private Seq<Mutation> queue = new Seq<>();
  private int front;

  void add(Mutation mutation) {
    queue.add(mutation);
  }

  /** True where nothing is left. */
  boolean remove(Mutation mutation) {
    int at = queue.find(mutation);
    if (at >= 0) {
      queue.removeAt(at);
      if (at < front) {
        front--;
      }
    }
    return queue.size() == 0;
  }

  /** True where no mutation is pending, or this is the first that is. */
  boolean isNext(Mutation mutation) {
    Mutation first = firstPending();
    return first == null || first == mutation;
  }

  Mutation firstPaused(Mutation except) {
    firstPending();
    for (int i = front; i < queue.size(); i++) {
      Mutation mutation = queue.get(i);
      if (mutation != except && mutation.state.isPaused) {
        return mutation;
      }
    }
    return null;
  }

  private Mutation firstPending() {
    while (front < queue.size() && isSettled(queue.get(front))) {
      queue.get(front++).passed = true;
    }
    for (int i = front; i < queue.size(); i++) {
      if (queue.get(i).state.status.equals("pending")) {
        return queue.get(i);
      }
    }
    return null;
  }

  /** The mutation has become pending; one that was stepped over was executed again, by hand. */
  void restart(Mutation mutation) {
    if (mutation.passed) {
      front = 0;
    }
  }

  private static boolean isSettled(Mutation mutation) {
    return mutation.state.status.equals("success") || mutation.state.status.equals("error");
  }
}
