package dev.sanguine.log;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;

/**
 * A log played again: after each of its events the base, the intents and the view of every query, forward and backward.
 * What helpers changed is exactly what was shown. An opaque function goes by its recorded effect, which is marked
 * ({@code exact: false}), or by the function that is registered under its mutation's key.
 */
@JsType
public final class Replay {
  private final Seq<Object> events;
  private final Seq<String> hashes = new Seq<>();
  private final Table<String, Seq<QuerySnapshot>> scenes = new Table<>();
  private final Table<String, Seq<Integer>> since = new Table<>();
  private final Seq<ReplayedIntent> stories;
  private int position;

  /**
   * Reads a log.
   *
   * @param exported what {@link EventLog#export} or {@link EventLog#toJSON} gave: untrusted
   * @param options may be null
   * @throws RuntimeException (an Error in JavaScript) that names the member that is wrong, its value and the remedy
   */
  @JsConstructor
  public Replay(Object exported, @JsOptional ReplayOptions options) {
    ReplayReader log = new ReplayReader(exported);
    events = log.events;
    ReplayMachine stage = new ReplayMachine(options == null ? null : options.client);
    for (int i = 0; i < log.start.size(); i++) {
      record(stage.play(log.start.get(i), "start[" + i + "]", 0), 0);
    }
    for (int i = 0; i < events.size(); i++) {
      record(stage.play(events.get(i), "events[" + i + "]", i + 1), i + 1);
    }
    stories = stage.stories;
  }

  /** How many events there are. */
  @JsProperty
  public int getLength() {
    return events.size();
  }

  /** How many events have happened. */
  @JsProperty
  public int getPosition() {
    return position;
  }

  /**
   * Goes to the place after that many events.
   *
   * @throws RuntimeException if there are not so many
   */
  public ReplayState at(double position) {
    if (!(position >= 0 && position <= events.size() && position == Math.floor(position))) {
      Plain.fail("Replay.at: position is " + Json.stringify(position)
          + " but must be a whole number from 0 to " + events.size());
    }
    this.position = (int) position;
    return state();
  }

  /** One event on; at the end it stays there. */
  public ReplayState next() {
    return at(Math.min(position + 1, events.size()));
  }

  /** One event back; at the start it stays there. */
  public ReplayState previous() {
    return at(Math.max(position - 1, 0));
  }

  /** The query of this hash at the present place; null if the log has no word of it. */
  public ReplayQuery query(String hash) {
    QuerySnapshot scene = sceneAt(hash);
    return scene == null ? null : scene.shown();
  }

  private ReplayState state() {
    ReplayState state = new ReplayState();
    state.position = (double) position;
    if (position > 0) {
      state.event = events.get(position - 1);
    }
    state.queries = new Seq<>();
    Seq<ReplayedIntent> live = stories.filter(story -> isPending(story.stateAt(position)));
    hashes.each(hash -> {
      QuerySnapshot scene = sceneAt(hash);
      if (scene != null) {
        state.queries.add(scene.shown());
        scene.layers.each(layer -> {
          if (!live.has(layer.change.intent)) {
            live.add(layer.change.intent);
          }
        });
      }
    });
    live.sort((a, b) -> a.id < b.id ? -1 : 1);
    state.intents = live.map(story -> {
      ReplayIntent intent = new ReplayIntent();
      intent.intent = story.id;
      intent.name = Json.string(story.issued, "name");
      intent.state = story.stateAt(position);
      intent.changes = story.changes.map(change -> change.id);
      return intent;
    });
    return state;
  }

  private static boolean isPending(String state) {
    return state != null && (state.equals("queued") || state.equals("sent"));
  }

  private QuerySnapshot sceneAt(String hash) {
    Seq<Integer> positions = since.get(hash);
    int low = 0;
    int high = positions == null ? 0 : positions.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (positions.get(middle) <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : scenes.get(hash).get(low - 1);
  }

  private void record(ReplayMachine.Played played, int after) {
    if (played == null) {
      return;
    }
    if (!scenes.has(played.hash)) {
      hashes.add(played.hash);
      scenes.put(played.hash, new Seq<>());
      since.put(played.hash, new Seq<>());
    }
    scenes.get(played.hash).add(played.scene);
    since.get(played.hash).add(after);
  }
}
