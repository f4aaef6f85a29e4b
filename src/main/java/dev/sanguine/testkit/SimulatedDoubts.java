package dev.sanguine.testkit;

import dev.sanguine.env.Seq;

/**
 * What a client can't know for a while: whether a value that came for the first time, or a further page, holds a change that
 * was under way and that may not be done twice. It shows such a value at once, the change missing from it or in it twice,
 * until the change is settled and a later fetch has landed.
 */
final class SimulatedDoubts {
  private enum Kind { LACKS, DOUBLES }

  private static final class Doubt {
    final Kind kind;
    final SimulatedWrite write;
    final SimulatedQuery query;
    boolean isAnswered;

    Doubt(Kind kind, SimulatedWrite write, SimulatedQuery query) {
      this.kind = kind;
      this.write = write;
      this.query = query;
    }
  }

  private final SimulatedClient client;
  private Seq<Doubt> doubts = new Seq<>();

  SimulatedDoubts(SimulatedClient client) {
    this.client = client;
  }

  /** The answer to a read comes in now. */
  void answered(SimulatedRequest read) {
    SimulatedQuery query = read.query;
    boolean isFirst = client.queries.view(query) == null;
    if (isFirst || read.isMore) {
      for (int i = 0; i < client.writes.size(); i++) {
        SimulatedWrite write = client.writes.get(i);
        if (write.names(query) && write.begun && !write.isRepeatable[query.ordinal()]
            && (write.isPending() || write.outcome == SimulatedWrite.Told.CONFIRMED && write.toldAt > read.askedAt)) {
          doubts.add(new Doubt(isFirst ? Kind.LACKS : Kind.DOUBLES, write, query));
        }
      }
    }
    for (int i = 0; i < doubts.size(); i++) {
      Doubt doubt = doubts.get(i);
      doubt.isAnswered |= doubt.query == query && !read.isMore && !doubt.write.isPending()
          && read.askedAt >= doubt.write.toldAt;
    }
  }

  /** An answer did not come. */
  void lost(SimulatedQuery query) {
    for (int i = 0; i < doubts.size(); i++) {
      doubts.get(i).isAnswered &= doubts.get(i).query != query;
    }
  }

  /** What is known by now is no doubt any more. */
  void settle() {
    if (doubts.size() > 0) {
      int before = doubts.size();
      doubts = doubts.filter(doubt -> !(doubt.isAnswered && isQuiet(doubt.query)));
      if (doubts.size() < before) {
        client.writes.changed();
      }
    }
  }

  /** Nothing is under way for which a value would have to wait. */
  private boolean isQuiet(SimulatedQuery query) {
    for (int i = 0; i < client.writes.size(); i++) {
      if (client.writes.get(i).isPending() && client.writes.get(i).names(query)) {
        return false;
      }
    }
    return !client.isReading(query);
  }

  void forget() {
    doubts.clear();
  }

  boolean mayLack(SimulatedWrite write, SimulatedQuery query) {
    return has(Kind.LACKS, write, query);
  }

  boolean mayDouble(SimulatedWrite write, SimulatedQuery query) {
    return has(Kind.DOUBLES, write, query);
  }

  private boolean has(Kind kind, SimulatedWrite write, SimulatedQuery query) {
    for (int i = 0; i < doubts.size(); i++) {
      Doubt doubt = doubts.get(i);
      if (doubt.write == write && doubt.query == query && doubt.kind == kind) {
        return true;
      }
    }
    return false;
  }
}
