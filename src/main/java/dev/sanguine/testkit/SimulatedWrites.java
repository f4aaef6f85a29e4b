package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;

/** What a client of a simulation has written, and what it was told of that. */
final class SimulatedWrites {
  /** In the order of issue. */
  private final Seq<SimulatedWrite> all = new Seq<>();

  private final Table<String, Seq<SimulatedWrite>> byDocument = new Table<>();
  private final Table<String, SimulatedWrite> byToken = new Table<>();
  private int orders;
  /** Counts what was written and what was told. */
  private int changes;

  int size() {
    return all.size();
  }

  SimulatedWrite get(int at) {
    return all.get(at);
  }

  SimulatedWrite of(String token) {
    return byToken.get(token);
  }

  /** Whether one that is not forgotten has declared a temporary id. */
  boolean declareNames() {
    return all.some(write -> write.name == SimulatedWrite.Name.DECLARED && !write.forgotten);
  }

  int changes() {
    return changes;
  }

  /** What was judged before may be wrong by now. */
  void changed() {
    changes++;
  }

  /** The client has an intent over the query: what is written plainly is under it, and perhaps not seen. */
  boolean haveIntents(SimulatedQuery query) {
    return all.some(
        write -> !write.plain && write.names(query) && write.isWanted() && !write.forgotten);
  }

  /** What comes from elsewhere has replaced what was written plainly. */
  void landed(SimulatedQuery query) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).stands[query.ordinal()] = false;
    }
    changes++;
  }

  void add(SimulatedWrite write) {
    all.add(write);
    byToken.put(write.token, write);
    write.order = orders++;
    changes++;
    Seq<SimulatedWrite> same = byDocument.get(write.id);
    if (same == null) {
      same = new Seq<>();
      byDocument.put(write.id, same);
    }
    same.add(write);
  }

  /** This client's writes of that document, oldest first; null if it has none. */
  Seq<SimulatedWrite> ofDocument(String id) {
    return byDocument.get(id);
  }

  /** The first that is pending from that place on, counted round; null if none is. */
  SimulatedWrite pendingFrom(int start) {
    for (int i = 0; i < all.size(); i++) {
      SimulatedWrite write = all.get((start + i) % all.size());
      if (write.isPending()) {
        return write;
      }
    }
    return null;
  }

  /** What the client hears of its write; one that was given up hears nothing more. */
  void tell(SimulatedWrite write, SimulatedWrite.Told outcome) {
    if (!write.isPending()) {
      return;
    }
    write.outcome = outcome;
    write.toldAt = ++changes;
    if (write.isOver() && write.name == SimulatedWrite.Name.DECLARED) {
      // What is about a document that was not made fails with it, and was never sent.
      for (int i = 0; i < all.size(); i++) {
        SimulatedWrite waiting = all.get(i);
        if (waiting.maker == write) {
          tell(waiting, SimulatedWrite.Told.FAILED);
        }
      }
    }
  }

  /** The client gives it up: it hears nothing more of it, and has to reckon with both if a request had left. */
  void giveUp(SimulatedWrite write) {
    tell(
        write,
        write.sent || write.plain ? SimulatedWrite.Told.UNKNOWN : SimulatedWrite.Told.FAILED);
  }

  /** Nothing of it concerns the client any more. */
  void forget(SimulatedWrite write) {
    write.execution++;
    giveUp(write);
    write.gone = true;
    write.forgotten = true;
    write.listed = false;
    write.mutation = null;
    changes++;
  }

  /** The write is executed anew, as the last of all. */
  void again(SimulatedWrite write) {
    write.sent &= write.outcome != SimulatedWrite.Told.FAILED;
    write.outcome = SimulatedWrite.Told.PENDING;
    write.execution++;
    write.saysRealId = write.maker != null && write.maker.outcome == SimulatedWrite.Told.CONFIRMED;
    write.retries = write.attempts;
    write.lost = false;
    write.forgotten = false;
    write.detailJudged = false;
    if (write.pattern) {
      // Its onMutate has not written anything yet.
      write.changeNothing();
    }
    write.listed = false;
    write.heldUntil = 0;
    write.order = orders++;
    changes++;
    all.remove(write);
    all.add(write);
    Seq<SimulatedWrite> same = byDocument.get(write.id);
    same.remove(write);
    same.add(write);
    if (write.maker != null && write.maker.isOver()) {
      tell(write, SimulatedWrite.Told.FAILED);
    }
  }
}
