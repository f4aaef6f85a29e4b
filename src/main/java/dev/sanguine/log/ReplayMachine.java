package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.query.QueryClient;

/** Plays events in order: knows no rule of the engine's, only what each event says of one query or one intent. */
final class ReplayMachine {
  /** What an event made of a query: null as a scene if it is gone. */
  static final class Played {
    final String hash;
    final QuerySnapshot scene;

    Played(String hash, QuerySnapshot scene) {
      this.hash = hash;
      this.scene = scene;
    }
  }

  /** All intents, in the order of issue. */
  final Seq<ReplayedIntent> stories = new Seq<>();

  private final QueryClient client;
  private final Table<Double, ReplayedIntent> intents = new Table<>();
  private final Table<Double, ReplayChange> changes = new Table<>();
  private final Seq<Seq<Object>> names = new Seq<>();
  private final Table<String, QuerySnapshot> scenes = new Table<>();
  private Object event;
  private String where;

  ReplayMachine(QueryClient client) {
    this.client = client;
  }

  /** Null if the event is of no query. */
  Played play(Object event, String where, int position) {
    this.event = event;
    this.where = where;
    String type = Json.string(event, "type");
    if (type.equals("cleared")) {
      stories.each(story -> story.become(null, position));
    } else if (type.equals("issued")) {
      issue(position);
    } else if (Docs.has(event, "intent")) {
      settle(type, position);
    } else {
      String hash = Json.string(event, "query");
      QuerySnapshot scene = type.equals("removed") ? null : next(type, scenes.get(hash), hash);
      if (scene == null) {
        scenes.remove(hash);
      } else {
        scene.fold(scene.view);
        scenes.put(hash, scene);
      }
      return new Played(hash, scene);
    }
    return null;
  }

  private void issue(int position) {
    ReplayedIntent story = new ReplayedIntent(event, position);
    if (intents.has(story.id)) {
      wrong("intent", story.id, "must be new");
    }
    intents.put(story.id, story);
    stories.add(story);
    write(story, false);
  }

  /** The changes that the event names are the intent's; if they are written again, those before stand in folds. */
  private void write(ReplayedIntent story, boolean again) {
    story.changes = new Seq<>();
    Seq<Object> written = Json.list(event, "changes");
    for (int i = 0; i < written.size(); i++) {
      Object one = written.get(i);
      ReplayChange change = new ReplayChange(
          Json.number(one, "change"),
          story,
          ChangeKind.of(Json.string(one, "op")),
          data(one, "value"),
          Json.string(one, "field"),
          Json.number(one, "by"),
          !Docs.has(one, "filters"),
          Json.bool(one, "lossy") || Docs.has(one, "record"));
      if (changes.has(change.id) && !(again && changes.get(change.id).intent == story)) {
        wrong("changes[" + i + "].change", change.id, "must be new");
      }
      changes.put(change.id, change);
      story.changes.add(change);
    }
    Functions.lookUp(story, client);
  }

  private void settle(String type, int position) {
    ReplayedIntent story = intents.get(Json.number(event, "intent"));
    if (story == null) {
      wrong("intent", Json.number(event, "intent"), "was not issued");
    }
    if (type.equals("rewritten")) {
      story.rewrite(event);
      write(story, true);
      return;
    }
    story.become(type, position);
    if (type.equals("confirmed")) {
      story.answer = data(event, "answer");
      story.merges = Json.bool(event, "merges");
      if (Docs.has(event, "names")) {
        Json.list(event, "names").each(pair -> names.add(Json.items(pair)));
        story.names = names;
      }
    }
  }

  private QuerySnapshot next(String type, QuerySnapshot before, String hash) {
    QuerySnapshot scene = before == null ? new QuerySnapshot(hash) : before.copy();
    if (Docs.has(event, "key")) {
      scene.key = Json.get(event, "key");
    }
    switch (type) {
      case "folded":
        fold(scene);
        break;
      case "merged":
        layer(scene, "change", Json.number(event, "change")).answered = true;
        break;
      case "left":
        scene.layers.remove(layer(scene, "change", Json.number(event, "change")));
        break;
      case "fetched":
      case "rebased":
        take(scene);
        break;
      case "baked":
        bake(scene);
        break;
      case "held":
        scene.held = true;
        break;
      case "dropped":
        scene.held = false;
        break;
      default:
    }
    effects(scene);
    return scene;
  }

  private void fold(QuerySnapshot scene) {
    double id = Json.number(event, "change");
    ReplayChange change = changes.get(id);
    if (change == null) {
      wrong("change", id, "was not issued");
    }
    if (scene.layer(id) != null) {
      wrong("change", id, "is in the fold already");
    }
    int at = scene.layers.size();
    while (at > 0 && scene.layers.get(at - 1).change.id > id) {
      at--;
    }
    QuerySnapshot.Layer layer = new QuerySnapshot.Layer(change);
    layer.answered = Json.bool(event, "answered");
    scene.layers.insert(at, layer);
    scene.sharing = Json.string(event, "sharing");
  }

  private void take(QuerySnapshot scene) {
    scene.held &= Json.string(event, "type").equals("rebased")
        && !Json.string(event, "by").equals("held");
    numbers("holds").each(id -> scene.layers.remove(layer(scene, "holds", id)));
    numbers("merged").each(id -> layer(scene, "merged", id).answered = true);
    if (!Json.bool(event, "same")) {
      scene.base = data(event, "value");
      scene.baseExact = !Json.list(event, "lossy").has("value");
    }
  }

  private void bake(QuerySnapshot scene) {
    Seq<Double> holds = numbers("holds");
    for (int i = 0; i < holds.size(); i++) {
      if (i >= scene.layers.size() || scene.layers.get(i).change.id != holds.get(i)) {
        wrong("holds", holds.get(i), "must be the first changes of the fold");
      }
    }
    scene.bake(holds.size());
    holds.each(id -> scene.layers.removeAt(0));
  }

  private void effects(QuerySnapshot scene) {
    Json.list(event, "effects").each(effect -> {
      Object patch = Json.get(effect, "patch");
      layer(scene, "effects", Json.number(effect, "change")).patch = patch;
    });
    numbers("threw").each(id -> layer(scene, "threw", id).broken = true);
    numbers("mergeThrew").each(id -> {
      QuerySnapshot.Layer layer = layer(scene, "mergeThrew", id);
      layer.answered = false;
      layer.mergeBroken = true;
    });
  }

  private QuerySnapshot.Layer layer(QuerySnapshot scene, String member, double id) {
    QuerySnapshot.Layer layer = scene.layer(id);
    if (layer == null) {
      wrong(member, id, "is not in the fold of " + scene.hash);
    }
    return layer;
  }

  private Seq<Double> numbers(String member) {
    return Json.list(event, member).map(number -> (Double) number);
  }

  private static Object data(Object record, String member) {
    return Docs.has(record, member) ? Json.get(record, member) : DocValues.ABSENT;
  }

  private void wrong(String member, double value, String must) {
    ReplayReader.fail(where + "." + member, value, must);
  }
}
