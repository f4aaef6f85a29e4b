package dev.sanguine.law;

import dev.sanguine.env.Seq;
import dev.sanguine.records.Holds;

/** What the versions that records carry tell of a value that has come: which changes it holds, and which it lacks. */
final class VersionEvidence {
  private final BaseGate gate;
  private final FoldedQuery query;

  VersionEvidence(BaseGate gate) {
    this.gate = gate;
    query = gate.query;
  }

  /**
   * True if the value, asked for after the confirmation, is older all the same: the record's version is below the answer's, or
   * a record that was taken out is there with its version. The version in the base says nothing here, since the base may
   * hold the change. If it visibly does, so that the change makes no difference to it, what is older than the base is older
   * than the change.
   */
  boolean isFromLaggingReplica(FoldedChange folded, Object data) {
    if (!query.hasVersions()) {
      return false;
    }
    ConfirmedRecords own = new ConfirmedRecords(query);
    own.add(
        folded.mayBeInBase
            ? query.values.undefined()
            : folded.ownPartBefore(gate.before(placeOf(folded))),
        ownPart(folded, folded.mayBeInBase ? gate.base : folded.valueAfter),
        folded);
    if (own.bringsBack(data) || folded.mayBeInBase && own.isNewerThan(data)) {
      return true;
    }
    return makesNoDifference(folded) && isOlderThanBase(folded, data)
        || ofAnswer(folded, data) == Holds.NO;
  }

  private boolean makesNoDifference(FoldedChange folded) {
    return !folded.mayBeInBase && isEqual(gate.before(placeOf(folded)), folded.valueAfter);
  }

  /** A record that the change would make another in the value is older there than in the base. */
  private boolean isOlderThanBase(FoldedChange folded, Object data) {
    ConfirmedRecords own = new ConfirmedRecords(query);
    Object changed = query.values.replaceEqualDeep(data, folded.changed(data));
    own.add(ownPart(folded, data), ownPart(folded, changed), folded);
    return own.isNewerThan(data);
  }

  private boolean isEqual(Object a, Object b) {
    return query.values.same(query.values.replaceEqualDeep(a, b), a);
  }

  /** What the version in the mutation's answer says of whether the value holds the change. */
  Holds ofAnswer(FoldedChange folded, Object data) {
    if (!query.hasVersions() || !query.values.isRecord(folded.intent.answer)) {
      return Holds.UNKNOWN;
    }
    Object noBase = query.values.listOf(new Seq<>());
    return says(folded, data, noBase, new VisibleChanges(gate).done(folded, placeOf(folded)));
  }

  /** What all versions say of it: those of the base, those of the value, and that of the answer. */
  Holds of(FoldedChange folded, Object data) {
    if (!query.hasVersions()) {
      return Holds.UNKNOWN;
    }
    gate.refresh();
    Holds said = says(folded, data, gate.base, folded.valueAfter);
    // A version that is the base's says that the value lacks the change only if the base lacks it.
    return said == Holds.NO && gate.mayBeInBase(folded) ? ofAnswer(folded, data) : said;
  }

  private Holds says(FoldedChange folded, Object data, Object base, Object after) {
    return query.versionSays(
        data,
        base,
        ownPart(folded, gate.before(placeOf(folded))),
        ownPart(folded, after),
        folded.intent.answer,
        folded.intent.owner.label());
  }

  private Object ownPart(FoldedChange folded, Object value) {
    return folded.change.ownPartOf(value, query.values, query.shape());
  }

  private int placeOf(FoldedChange folded) {
    return gate.changes.find(folded);
  }
}
