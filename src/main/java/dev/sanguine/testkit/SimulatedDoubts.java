package dev.sanguine.testkit;

import dev.sanguine.env.Seq;

/**
 * What a client can't know for a while: whether a value that came for the first time, a further page, or one that was written
 * by hand, holds a change that was under way and that may not be done twice, or not after another one. It shows such a value
 * at once, the change missing from it or in it twice, until the change is settled and a later fetch has landed.
 */
final class SimulatedDoubts {
  private enum Kind {
    LACKS,
    DOUBLES
  }

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
    client.writes.landed(query);
    if (read.isMore) {
      // The pages that are there may lack what was confirmed long ago: it is folded over the
      // further one too.
      doubt(Kind.DOUBLES, query, -1);
    }
    first(query, read.askedAt);
    come(query);
    if (client.queries.isStreamed(query)) {
      streamed(query);
    }
    boolean isTaken = !read.isMore
        && client.queries.isFetching(query)
        && !isReplaced(read)
        && !mayWait(query, read.askedAt);
    for (int i = 0; i < doubts.size(); i++) {
      Doubt doubt = doubts.get(i);
      doubt.isAnswered |= isTaken && doubt.query == query && read.askedAt >= doubt.write.toldAt;
    }
  }

  /** Another read of the query was sent since, in its place. */
  private boolean isReplaced(SimulatedRequest read) {
    return client.open.some(
        other -> other.query == read.query && other.call.number > read.call.number);
  }

  /** A value comes that nobody asked for. */
  void sent(SimulatedQuery query) {
    client.writes.landed(query);
    first(query, 0);
    come(query);
  }

  /** A document that comes with a value may hold what was done to it, by whoever named it and no query. */
  private void come(SimulatedQuery query) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.isOfRecord
          && write.kind == SimulatedWrite.Kind.COUNT
          && write.begun
          && write.names(query)
          && query.isOfDocuments()
          && !isShown(query, write.id)) {
        doubts.add(new Doubt(Kind.LACKS, write, query));
      }
    }
  }

  /**
   * A value is written by hand: whether it holds a change is seen if it counts no other, or bears the id that is known. All
   * new documents are alike, so that one which somebody else has made is taken for the one that waits for its name.
   *
   * @param isMadeOfBase by a function of what is there: of a number alone nothing can be seen then
   */
  void written(SimulatedQuery query, boolean isMadeOfBase) {
    client.writes.landed(query);
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      boolean isOneOfMany =
          isMadeOfBase && !query.isOfDocuments() || client.world.oracle.countsOf(write.id) > 1;
      boolean isHidden =
          write.kind == SimulatedWrite.Kind.COUNT && isOneOfMany || write.hasTemporaryId();
      if (isHidden && write.begun && write.names(query)) {
        doubts.add(new Doubt(Kind.DOUBLES, write, query));
      }
      boolean isUnseen = write.hasTemporaryId()
          || write.kind == SimulatedWrite.Kind.COUNT && !isShown(query, write.id)
          || client.queries.goByVersions(query) && hasNewer(write);
      if (isUnseen && write.begun && write.isPending() && write.names(query)) {
        doubts.add(new Doubt(Kind.LACKS, write, query));
      }
    }
  }

  /** A newer write of the same field is under way: its version tells nothing of this one, in whatever order the two are taken. */
  private boolean hasNewer(SimulatedWrite write) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite other = client.writes.get(i);
      if (write.kind == SimulatedWrite.Kind.SET
          && other.kind == write.kind
          && other.id.equals(write.id)
          && other.field == write.field
          && other.order > write.order
          && other.begun) {
        return true;
      }
    }
    return false;
  }

  /** The document is there. Of one that comes it can't be seen whether it counts a change already. */
  private boolean isShown(SimulatedQuery query, String id) {
    Object view = client.queries.view(query);
    return view != null
        && (!query.isOfDocuments()
            || SimulatedDocs.docs(query, view)
                .some(doc -> SimulatedDocs.idOf(doc).equals(id)));
  }

  /** Pieces come over what is there: which of two that look the same is meant by a temporary id is not seen. */
  private void streamed(SimulatedQuery query) {
    written(query, false);
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.hasTemporaryId() && write.begun && write.names(query)) {
        doubts.add(new Doubt(Kind.LACKS, write, query));
      }
    }
  }

  private void first(SimulatedQuery query, int askedAt) {
    if (client.queries.view(query) == null) {
      doubt(Kind.LACKS, query, askedAt);
    }
  }

  private void doubt(Kind kind, SimulatedQuery query, int askedAt) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.names(query)
          && write.begun
          && !(write.isRepeatable[query.ordinal()] && isNewest(write))
          && (write.isPending()
              || write.outcome == SimulatedWrite.Told.CONFIRMED && write.toldAt > askedAt)) {
        doubts.add(new Doubt(kind, write, query));
      }
    }
  }

  /** Nothing was confirmed that was written later: done once more it can't undo that. */
  private boolean isNewest(SimulatedWrite write) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite other = client.writes.get(i);
      if (other.outcome == SimulatedWrite.Told.CONFIRMED && other.order > write.order) {
        return false;
      }
    }
    return true;
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
      doubts = doubts.filter(doubt -> !doubt.isAnswered || client.isReading(doubt.query));
      if (doubts.size() < before) {
        client.writes.changed();
      }
    }
  }

  /** A change is under way, or was when the value was asked for, for which that may have to wait. */
  private boolean mayWait(SimulatedQuery query, int askedAt) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (write.names(query) && (write.isPending() || write.toldAt > askedAt)) {
        return true;
      }
    }
    return false;
  }

  void forget() {
    doubts.clear();
  }

  /** It is written down anew, over what is there. */
  void forget(SimulatedWrite write) {
    doubts = doubts.filter(doubt -> doubt.write != write);
  }

  boolean mayLack(SimulatedWrite write, SimulatedQuery query) {
    // Which document has the temporary id is not known before its maker is answered.
    boolean isUnnamed = write.maker != null && write.maker.isPending();
    return has(Kind.LACKS, write, query)
        || isUnnamed
            && (!write.maker.names(query)
                || has(Kind.LACKS, write.maker, query)
                || has(Kind.DOUBLES, write.maker, query));
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
