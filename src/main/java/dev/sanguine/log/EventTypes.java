package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;

/** The closed set of events: each type with its members, those with a question mark only if there is something to say. */
public final class EventTypes {
  /** Of every event, in this order, before its own. */
  static final String COMMON = "n at type";

  private static final String FOLDS = " effects? threw? mergeThrew?";
  private static Table<String, String> all;

  private EventTypes() {}

  /** The members of an event of that type, separated by spaces; null if there is no such type. */
  public static String members(String type) {
    return all().get(type);
  }

  /** The names of all types. */
  public static Seq<String> names() {
    return Seq.of(
        "issued",
        "rewritten",
        "sent",
        "confirmed",
        "failed",
        "conflict",
        "unknown",
        "folded",
        "merged",
        "refolded",
        "left",
        "fetched",
        "rebased",
        "held",
        "dropped",
        "baked",
        "resync",
        "removed",
        "cleared");
  }

  private static Table<String, String> all() {
    if (all == null) {
      all = new Table<>();
      all.put("issued", "intent mutation name mutationKey? scope? variables? changes lossy?");
      all.put("rewritten", "intent variables? changes lossy?");
      all.put("sent", "intent");
      all.put("confirmed", "intent number answer? names? merges? lossy?");
      all.put("failed", "intent number error?");
      all.put("conflict", "intent number error?");
      all.put("unknown", "intent number error?");
      all.put("folded", "query key change answered? sharing?" + FOLDS);
      all.put("merged", "query change" + FOLDS);
      all.put("refolded", "query" + FOLDS);
      all.put("left", "query change" + FOLDS);
      all.put("fetched", "query key request value? same? holds? merged?" + FOLDS + " lossy?");
      all.put("rebased", "query key by value? same? holds? merged?" + FOLDS + " lossy?");
      all.put("held", "query request value? waitsFor lossy?");
      all.put("dropped", "query why");
      all.put("baked", "query holds" + FOLDS);
      all.put("resync", "query");
      all.put("removed", "query");
      all.put("cleared", "");
    }
    return all;
  }
}
