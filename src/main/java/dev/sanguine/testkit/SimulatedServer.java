package dev.sanguine.testkit;

import dev.sanguine.env.Seq;

/**
 * The one server of a simulation. It holds a list of tokens and a record of fields, takes each write once, and keeps
 * every state it ever had: what a client may show is judged by this history.
 */
final class SimulatedServer {
  /** What the server held at one moment. States are never changed. */
  static final class State {
    /** Tokens in the order in which their writes were taken. */
    final Seq<String> list;
    /** For each field the token of its last write; empty where it had none. */
    final Seq<String> fields;
    /** How many writes were taken before. */
    final int version;

    State(Seq<String> list, Seq<String> fields, int version) {
      this.list = list;
      this.fields = fields;
      this.version = version;
    }
  }

  private final Seq<State> history = new Seq<>();

  SimulatedServer(int fields) {
    Seq<String> empty = new Seq<>();
    for (int i = 0; i < fields; i++) {
      empty.add("");
    }
    history.add(new State(new Seq<>(), empty, 0));
  }

  State now() {
    return history.get(history.size() - 1);
  }

  State at(int version) {
    return history.get(version);
  }

  /** Takes a write, once however often it is sent; returns the version that first holds it. */
  int take(SimulatedWrite write) {
    if (write.taken >= 0) {
      return write.taken;
    }
    State now = now();
    Seq<String> list = now.list;
    Seq<String> fields = now.fields;
    if (write.field < 0) {
      list = list.copy();
      list.add(write.token);
    } else {
      fields = fields.copy();
      fields.set(write.field, write.token);
    }
    history.add(new State(list, fields, now.version + 1));
    return now.version + 1;
  }
}
