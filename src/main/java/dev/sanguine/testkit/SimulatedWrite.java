package dev.sanguine.testkit;

import dev.sanguine.env.Listener;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.options.MutationOptions;
import java.util.Arrays;
import java.util.Locale;

/** A write of a client, or of nobody whom the simulation knows: what it does to which document, and what became of it. */
final class SimulatedWrite {
  /** What it does. */
  enum Kind {
    /** A new document at the end. */
    ADD,
    /** A field set to this write's token. */
    SET,
    /** A document taken out. */
    REMOVE,
    /** A counter increased. */
    COUNT
  }

  /** What its client was told of it. */
  enum Told {
    PENDING("pending"),
    CONFIRMED("confirmed"),
    FAILED("failed"),
    UNKNOWN("not confirmed");

    final String text;

    Told(String text) {
      this.text = text;
    }
  }

  /** Under which id an ADD shows its document until the answer is there. */
  enum Name {
    /** The real one. */
    REAL,
    /** A temporary one, for which the option merge puts the answer. */
    MERGED,
    /** A temporary one that was declared: whoever is about the document waits for the real one. */
    DECLARED
  }

  final Kind kind;
  /** Occurs in no other write of the simulation. */
  final String token;
  /** Null if somebody outside wrote. */
  final SimulatedClient of;
  /** How many writes its client had made before it. */
  final int number;
  /** Its place among the writes of its client: one that is sent again goes to the end. */
  int order;
  /** The document; of an ADD the new one. */
  String id;
  /** The id that its variables say, a text or a number. */
  Object given;

  int field;
  /** A power of four that no other COUNT adds. */
  double by;
  /** Which queries its intent names. */
  final boolean[] names = new boolean[SimulatedQuery.ALL.length];
  /** Written by the documented TanStack pattern, and the client takes that for no intent. */
  boolean plain;
  /** Written by that pattern, whatever the client takes it for. */
  boolean pattern;
  /** Its onMutate has written something. */
  boolean wrote;
  /** Of a plain one: nothing that came since has replaced what it wrote into that query. */
  final boolean[] stands = new boolean[SimulatedQuery.ALL.length];

  Name name = Name.REAL;
  /** The write that makes the document, if it was under way and had declared a temporary id; else null. */
  SimulatedWrite maker;
  /** It is executed anew since that one was confirmed: it says the real id, and waits for nobody. */
  boolean saysRealId;
  /** An ADD whose intent puts the document into a query of its own, for which nothing was cached. */
  boolean detail;
  /** What became of that query was seen to be right. */
  boolean detailJudged;
  /** The version of the document that it is meant for; -1 if any will do. */
  int ifVersion = -1;
  /** Requests of one scope leave one after the other; null if it has none. */
  String scope;
  /** Its function or its callbacks wait for a read: in a scope the next of it would wait too. */
  boolean reads;
  /** How many further attempts an execution has, and how many are left to the present one. */
  int attempts;

  int retries;
  /** Goes up when it is executed anew; what came of the executions before concerns nobody. */
  int execution;
  /** Done twice over that query it is done once. */
  final boolean[] isRepeatable = new boolean[SimulatedQuery.ALL.length];
  /** Its function was called. */
  boolean begun;
  /** That was without a network: what its request ends with at last counts as never sent, if it does not say otherwise. */
  boolean isBegunOffline;
  /** It may be sent with others of its scope. */
  boolean coalesces;
  /** What it changes; null unless it may be sent with others. */
  SimulatedIntent intent;
  /** With whom it was sent last: the tokens of all; null before. */
  String sentWith;
  /** The write whose mutation carries it, after both were sent again as one; null if its own does. */
  SimulatedWrite standIn;
  /** Until when it can be undone, by the time of the world and by its client's clock; 0 if it can't. */
  double heldUntil;

  double heldUntilByClock;
  /** Leaving the page takes it back while it is held. */
  boolean isTakenBackOnLeave;
  /** Its caller has heard what became of it. */
  boolean answered;
  /** A request of it has left that the server may have seen. */
  boolean sent;
  /** The key that its requests carry; null before the first. */
  String key;
  /** An attempt was lost that the server may have seen. */
  boolean lost;
  /** The one query that is fetched after it; null if none is named, and then it is all that it changes, or nothing. */
  SimulatedQuery resyncs;

  boolean isResynced = true;
  /** It says which document it changes, and no query: those are fetched after it that show the document. */
  boolean isOfRecord;
  /** The page was loaded anew since the client was told: it does not vouch for it any more. */
  boolean forgotten;
  /** It was the last user's, or was taken out of the mutation cache: nothing is known of it any more. */
  boolean gone;
  /** It was refused, and is listed as failed until it is sent again or discarded. */
  boolean listed;
  /** What the client was told. */
  Told outcome = Told.PENDING;
  /** When, among all that its client was told. */
  int toldAt;
  /** The answer said which version of the document holds it. */
  boolean saysVersion;
  /** The server's version that first held it; -1 if the server never took it. */
  int taken = -1;
  /** What the callback of the cache does with its answer; null if it does nothing. */
  Listener<Object> onSuccess;

  Mutation mutation;
  /** With its intent; null of a plain one. */
  MutationOptions options;

  SimulatedWrite(Kind kind, String token, SimulatedClient of, int number) {
    this.kind = kind;
    this.token = token;
    this.of = of;
    this.number = number;
    order = number;
  }

  /** Itself, its document, and the queries that it changes: in capitals if doing it twice does it once. */
  String text() {
    StringBuilder text = new StringBuilder(token).append(' ').append(shownId()).append(" in");
    for (SimulatedQuery query : SimulatedQuery.ALL) {
      if (names(query)) {
        text.append(' ')
            .append(
                isRepeatable[query.ordinal()]
                    ? query.name()
                    : query.name().toLowerCase(Locale.ROOT));
      }
    }
    return text.append(scope == null ? "" : " scope " + scope).toString();
  }

  boolean isPending() {
    return outcome == Told.PENDING;
  }

  /** It is under way or was confirmed. */
  boolean isWanted() {
    return outcome == Told.PENDING || outcome == Told.CONFIRMED;
  }

  boolean isOver() {
    return !isWanted();
  }

  /** The client holds it for its own, not for the server's: with an intent, or as long as nothing has replaced it. */
  boolean isHeld(SimulatedQuery query) {
    return !plain || isPending() && stands[query.ordinal()] && !of.writes.haveIntents(query);
  }

  void changeNothing() {
    wrote = false;
    Arrays.fill(names, false);
    Arrays.fill(stands, false);
  }

  /** One that is written by the pattern has none if nothing was cached that it could change. */
  boolean hasIntent() {
    return !pattern || !plain && wrote;
  }

  /** What the server has not taken shows while it is pending, and a plain one if nobody puts back what was there. */
  boolean mayShow() {
    return isPending() || plain && (gone || forgotten || of.world.setting.stores);
  }

  boolean names(SimulatedQuery query) {
    return names[query.ordinal()];
  }

  /** The query is fetched after it. */
  boolean isResynced(SimulatedQuery query) {
    return resyncs != null ? resyncs == query : isResynced && !isOfRecord && names(query);
  }

  /** Both wait for the same document. */
  boolean waitsWith(SimulatedWrite other) {
    return maker != null && maker == other.maker && !saysRealId && !other.saysRealId;
  }

  boolean hasTemporaryId() {
    return name != Name.REAL;
  }

  /** What a list shows a pending or confirmed ADD by. */
  String shownId() {
    return hasTemporaryId() && isPending() ? SimulatedDocs.temporary(id) : id;
  }
}
