package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.law.ArrivedValue;

/** What the events so far say of a query. */
final class RecordedQuery {
  /** A change in its fold. */
  static final class Layer {
    final double change;
    final RecordedIntent live;
    boolean answered;
    boolean broken;
    boolean mergeBroken;
    /** The base may hold it already. */
    boolean isPassedOver;
    /** Records stand otherwise in this query than a replay knows. */
    boolean isOpaque;
    /** The last effect that was recorded, and the values that it was seen on. */
    LogEffect effect;

    Object in;
    Object out;

    Layer(double change, RecordedIntent live) {
      this.change = change;
      this.live = live;
    }

    /** What it makes of a value is not in the log as data. */
    boolean isOpaque() {
      return isPassedOver || isOpaque || live.isOpaque(change) || answered && live.merges;
    }
  }

  final Object key;
  Object base;
  final Seq<Layer> layers = new Seq<>();
  /** What is held back, and the event that said so. */
  ArrivedValue held;

  LogEvent heldEvent;

  RecordedQuery(Object key, Object base) {
    this.key = key;
    this.base = base;
  }

  Layer layer(double change) {
    return layers.first(layer -> layer.change == change);
  }
}
