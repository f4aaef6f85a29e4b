package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.json.Json;
import dev.sanguine.law.ArrivedValue;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.Query;
import dev.sanguine.query.pending.EngineProbe;
import dev.sanguine.query.state.Action;

/** One query as the log last saw it; looking again finds what changed. */
final class QueryRecorder {
  /** A larger difference is not recorded: the characters of its JSON text. */
  private static final int LARGEST = 4096;

  final RecordedQuery shown;
  private final Recorder recorder;
  private final Values values;
  private final String hash;
  private final String sharing;
  /** Nothing was said of it yet. */
  private boolean fresh = true;

  QueryRecorder(Recorder recorder, Query query) {
    this.recorder = recorder;
    values = recorder.values();
    hash = query.queryHash;
    sharing = EngineProbe.sharing(query);
    shown = new RecordedQuery(EngineProbe.key(values, query.queryKey), values.undefined());
  }

  /**
   * @param action the action that was taken; null if none was
   * @param offered the value that is held back, or was refused; null if none was
   */
  void look(Query query, Action action, ArrivedValue offered) {
    Seq<EngineProbe.Layer> layers = EngineProbe.layers(query);
    boolean wasHeld =
        action != null && shown.held != null && EngineProbe.taken(query) == shown.held;
    Seq<LogEvent> events = new Seq<>();
    double request = EngineProbe.request(query);
    if (wasHeld) {
      request = shown.held.sent;
    }
    noteMerged(layers, events);
    noteBase(query, action, wasHeld, request, layers, events);
    noteFolded(layers, events);
    noteEffects(layers, events);
    noteHeld(query, offered, action, wasHeld, layers, events);
    fresh = false;
    events.each(recorder::emit);
  }

  /** The events that lead from nothing to what is shown. */
  Seq<LogEvent> start() {
    Seq<LogEvent> start = new Seq<>();
    if (!values.isUndefined(shown.base)) {
      LogEvent base = keyed("rebased");
      base.by = "start";
      base.value = shown.base;
      start.add(base);
    }
    shown.layers.each(layer -> {
      LogEvent folded = folded(layer);
      if (layer.effect != null) {
        folded.effects = Seq.of(layer.effect);
      }
      if (layer.broken) {
        folded.threw = Seq.of(layer.change);
      }
      if (layer.mergeBroken) {
        folded.mergeThrew = Seq.of(layer.change);
      }
      start.add(folded);
    });
    if (shown.heldEvent != null) {
      start.add(shown.heldEvent);
    }
    return start;
  }

  private void noteHeld(
      Query query,
      ArrivedValue offered,
      Action action,
      boolean wasHeld,
      Seq<EngineProbe.Layer> layers,
      Seq<LogEvent> events) {
    ArrivedValue held = EngineProbe.held(query);
    if (shown.held != null && held != shown.held) {
      if (!wasHeld) {
        LogEvent dropped = event("dropped");
        boolean newer =
            action == null ? offered != null : action.type.equals("success") && !action.manual;
        dropped.why = newer
            ? "newer"
            : isConfirmed(shown.heldEvent.waitsFor, layers) ? "confirmed" : "written";
        events.add(dropped);
      }
      shown.held = null;
      shown.heldEvent = null;
    }
    if (offered != null) {
      LogEvent event = event("held");
      event.request = offered.sent;
      event.value = offered.data;
      event.waitsFor = EngineProbe.waitsFor(query);
      events.add(event);
      if (held == offered) {
        shown.held = held;
        shown.heldEvent = event;
      } else {
        LogEvent dropped = event("dropped");
        dropped.why = "confirmed";
        events.add(dropped);
      }
    }
  }

  private static boolean isConfirmed(Seq<Double> changes, Seq<EngineProbe.Layer> layers) {
    return layers.some(
        layer -> layer.state == IntentState.CONFIRMED && changes.some(id -> id == layer.change));
  }

  /** An answer has become part of a change that was there, or has turned out to throw. */
  private void noteMerged(Seq<EngineProbe.Layer> layers, Seq<LogEvent> events) {
    layers.each(layer -> {
      RecordedQuery.Layer known = shown.layer(layer.change);
      if (known != null && layer.answered && !known.answered && !known.mergeBroken) {
        known.answered = true;
        LogEvent merged = event("merged");
        merged.change = layer.change;
        events.add(merged);
      }
    });
  }

  private void noteBase(
      Query query,
      Action action,
      boolean wasHeld,
      double request,
      Seq<EngineProbe.Layer> layers,
      Seq<LogEvent> events) {
    Seq<RecordedQuery.Layer> gone =
        shown.layers.filter(known -> !layers.some(layer -> layer.change == known.change));
    Object base = EngineProbe.base(query);
    boolean changed = !values.same(base, shown.base);
    boolean fetched =
        action != null && action.type.equals("success") && (wasHeld || !action.manual);
    shown.base = base;
    gone.each(shown.layers::remove);
    if (fetched || action != null && (changed || gone.size() > 0) || changed && gone.size() == 0) {
      LogEvent event = keyed(fetched && (request > 0 || !wasHeld) ? "fetched" : "rebased");
      if (event.type.equals("fetched")) {
        event.request = request;
      } else {
        event.by = wasHeld ? "held" : by(query, action);
      }
      if (!changed) {
        event.same = true;
      } else if (!values.isUndefined(base)) {
        event.value = base;
      }
      if (gone.size() > 0) {
        event.holds = gone.map(layer -> layer.change);
      }
      // One step: nobody saw the answers over the base from before.
      Seq<Double> merged = events.map(one -> one.change).filter(id -> shown.layer(id) != null);
      if (merged.size() > 0) {
        event.merged = merged;
      }
      events.clear();
      events.add(event);
    } else if (gone.size() > 0 && gone.get(0).live.confirmed) {
      LogEvent baked = event("baked");
      baked.holds = gone.map(layer -> layer.change);
      events.add(baked);
    } else {
      gone.each(layer -> {
        LogEvent left = event("left");
        left.change = layer.change;
        events.add(left);
      });
    }
    gone.each(recorder::unlayered);
  }

  private String by(Query query, Action action) {
    if (action == null) {
      return fresh ? "start" : "state";
    }
    if (action.type.equals("success")) {
      return "write";
    }
    return action.state == query.resetState
        ? "reset"
        : EngineProbe.isRevert(query, shown.base) ? "revert" : "state";
  }

  private void noteFolded(Seq<EngineProbe.Layer> layers, Seq<LogEvent> events) {
    for (int i = 0; i < layers.size(); i++) {
      EngineProbe.Layer layer = layers.get(i);
      RecordedIntent live = recorder.intent(layer.intent);
      if (live != null && shown.layer(layer.change) == null) {
        RecordedQuery.Layer folded = new RecordedQuery.Layer(layer.change, live);
        folded.answered = layer.answered;
        folded.isOpaque = layer.isOpaque;
        shown.layers.insert(Math.min(i, shown.layers.size()), folded);
        recorder.layered(folded);
        events.add(folded(folded));
      }
    }
  }

  /** What functions made of the values that came to them, and which threw: with the last event, which brought it. */
  private void noteEffects(Seq<EngineProbe.Layer> layers, Seq<LogEvent> events) {
    Seq<LogEffect> effects = new Seq<>();
    Seq<Double> threw = new Seq<>();
    Seq<Double> mergeThrew = new Seq<>();
    layers.each(layer -> {
      RecordedQuery.Layer known = shown.layer(layer.change);
      if (known == null) {
        return;
      }
      if (layer.broken && !known.broken) {
        known.broken = true;
        threw.add(layer.change);
      }
      if (known.answered && !layer.answered) {
        known.answered = false;
        known.mergeBroken = true;
        mergeThrew.add(layer.change);
      }
      boolean isOtherwise = known.isPassedOver != layer.isPassedOver;
      known.isPassedOver = layer.isPassedOver;
      if (!known.broken && (isOtherwise || layer.in != known.in || layer.out != known.out)) {
        known.in = layer.in;
        known.out = layer.out;
        noteEffect(layer, known, effects);
      }
    });
    if (effects.size() + threw.size() + mergeThrew.size() > 0) {
      if (events.size() == 0) {
        events.add(event("refolded"));
      }
      LogEvent last = events.get(events.size() - 1);
      last.effects = effects.size() == 0 ? last.effects : effects;
      last.threw = threw.size() == 0 ? last.threw : threw;
      last.mergeThrew = mergeThrew.size() == 0 ? last.mergeThrew : mergeThrew;
    }
  }

  private void noteEffect(
      EngineProbe.Layer layer, RecordedQuery.Layer known, Seq<LogEffect> effects) {
    boolean nothing = values.isUndefined(layer.in) && values.isUndefined(layer.out);
    boolean recorded = known.effect != null && known.effect.patch != null;
    if (nothing
        || recorded
            && known.isOpaque()
            && Docs.same(Patch.apply(known.effect.patch, layer.in), layer.out)) {
      return;
    }
    LogEffect effect = new LogEffect();
    effect.change = layer.change;
    if (!known.isOpaque()) {
      // A helper is data again.
      if (known.effect != null) {
        known.effect = null;
        effects.add(effect);
      }
      return;
    }
    Object patch = known.isPassedOver ? Patch.none() : Patch.between(layer.in, layer.out);
    if (Json.stringify(Plain.copy(patch)).length() <= LARGEST) {
      effect.patch = patch;
    } else if (known.effect != null && !recorded) {
      return;
    }
    known.effect = effect;
    effects.add(effect);
  }

  private LogEvent folded(RecordedQuery.Layer layer) {
    LogEvent folded = keyed("folded");
    folded.change = layer.change;
    if (layer.answered) {
      folded.answered = true;
    }
    if (sharing != null) {
      folded.sharing = sharing;
    }
    return folded;
  }

  private LogEvent keyed(String type) {
    LogEvent event = event(type);
    event.key = shown.key;
    return event;
  }

  private LogEvent event(String type) {
    LogEvent event = recorder.event(type);
    event.query = hash;
    return event;
  }
}
