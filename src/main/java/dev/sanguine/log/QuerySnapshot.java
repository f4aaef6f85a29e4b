package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.query.pending.EngineProbe;

/** A query after one event: never changed, the next event makes another one. */
final class QuerySnapshot {
  /** A change in the fold. */
  static final class Layer {
    final ReplayChange change;
    boolean answered;
    boolean broken;
    boolean mergeBroken;
    /** What was recorded last of an opaque one; null: nothing, or too much. */
    Object patch;

    Layer(ReplayChange change) {
      this.change = change;
    }

    Layer copy() {
      Layer copy = new Layer(change);
      copy.answered = answered;
      copy.broken = broken;
      copy.mergeBroken = mergeBroken;
      copy.patch = patch;
      return copy;
    }
  }

  final String hash;
  Object key;
  Object base = DocValues.ABSENT;
  boolean baseExact = true;
  Seq<Layer> layers = new Seq<>();
  boolean held;
  /** How its views share with those before: off, own, or null as usual. */
  String sharing;

  Object view = DocValues.ABSENT;
  boolean exact = true;

  QuerySnapshot(String hash) {
    this.hash = hash;
  }

  QuerySnapshot copy() {
    QuerySnapshot copy = new QuerySnapshot(hash);
    copy.key = key;
    copy.base = base;
    copy.baseExact = baseExact;
    copy.layers = layers.map(Layer::copy);
    copy.held = held;
    copy.sharing = sharing;
    copy.view = view;
    return copy;
  }

  Layer layer(double change) {
    return layers.first(layer -> layer.change.id == change);
  }

  /** The changes are done over the base, in order; {@code before} is what was shown before this event. */
  void fold(Object before) {
    // The app's own function had a hand in what was shown.
    exact = baseExact && !("own".equals(sharing) && layers.size() > 0);
    Object value = base;
    for (int i = 0; i < layers.size(); i++) {
      value = over(layers.get(i), value);
    }
    // What is equal to what was shown before is not shown anew: its members keep the order that
    // they had.
    view = value == base || sharing != null ? value : DocShare.share(before, value);
  }

  /** The first of the changes have become part of the base. */
  void bake(int count) {
    exact = baseExact;
    Object value = base;
    for (int i = 0; i < count; i++) {
      value = over(layers.get(i), value);
    }
    // The last to be baked: the view itself.
    base = count == layers.size() && sharing == null ? DocShare.share(view, value) : value;
    baseExact = exact;
  }

  private Object over(Layer layer, Object old) {
    ReplayChange change = layer.change;
    if (layer.broken
        || Patch.isNone(layer.patch)
        || old == DocValues.ABSENT && change.kind != ChangeKind.SET) {
      return old;
    }
    boolean replaced = layer.answered && change.intent.merges;
    if (replaced || change.opaque || layer.patch != null) {
      return opaquely(layer, old, replaced);
    }
    Object out = EngineProbe.applyHelper(
        DocValues.documents(),
        change.kind,
        change.value,
        change.field,
        change.by,
        change.value == DocValues.ABSENT ? null : change.value,
        change.isExact,
        old);
    out = out == DocValues.ABSENT ? old : out;
    return layer.answered ? change.intent.answered(old, out) : out;
  }

  /** By the function that is registered, if it does what was recorded; else by the effect. */
  private Object opaquely(Layer layer, Object old, boolean replaced) {
    Object recorded = layer.patch == null ? DocValues.ABSENT : Patch.apply(layer.patch, old);
    Object made =
        replaced ? Functions.merged(layer.change, old) : Functions.made(layer.change, old);
    if (made != DocValues.ABSENT) {
      if (layer.answered && !replaced) {
        made = layer.change.intent.answered(old, made);
      }
      if (recorded == DocValues.ABSENT || Docs.same(made, recorded)) {
        return made;
      }
    }
    exact = false;
    return recorded == DocValues.ABSENT ? old : recorded;
  }

  ReplayQuery shown() {
    ReplayQuery shown = new ReplayQuery();
    shown.query = hash;
    shown.key = key;
    if (base != DocValues.ABSENT) {
      shown.base = base;
    }
    if (view != DocValues.ABSENT) {
      shown.view = view;
    }
    shown.changes = layers.map(layer -> layer.change.id);
    shown.held = held;
    shown.exact = exact;
    return shown;
  }
}
