package dev.sanguine.log;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/**
 * The log of one client: every change of every view, as events of a closed set ({@link EventTypes}). It begins with what
 * the client has when it is attached. A client without a log pays nothing.
 *
 * <p>What is exported holds cached data and variables of mutations: whom it is sent to may see them.
 */
@JsType
public final class EventLog {
  /** The name and version of what {@link #export} writes. */
  static final String FORMAT = "sanguine-log";

  static final int VERSION = 1;
  private static final int LIMIT = 1000;

  private final Recorder recorder;
  private final double limit;
  private final Seq<Listener<LogEvent>> listeners = new Seq<>();
  /** What leads from nothing to the state before the first of the events. */
  private Seq<LogEvent> start;

  private Seq<LogEvent> events = new Seq<>();
  /** The same for the event at {@code nextAt}, where the log will be cut when it is full; null: not yet. */
  private Seq<LogEvent> nextStart;

  private int nextAt;
  /** Events up to this number are in the start. */
  private double since;

  /**
   * A new log of the client; several may be attached at a time.
   *
   * @param options may be null
   */
  @JsConstructor
  public EventLog(QueryClient client, @JsOptional EventLogOptions options) {
    limit = Math.max(2, options == null || options.limit == null ? LIMIT : options.limit);
    recorder = Recorder.of(client);
    recorder.add(this);
    clear();
  }

  /** The client's log: the first that is attached, or a new one. */
  public static EventLog of(QueryClient client) {
    EventLog first = Recorder.of(client).firstLog();
    return first != null ? first : new EventLog(client, null);
  }

  /** Calls the listener with each event, as it happens; returns what ends that. */
  @SuppressWarnings("UnnecessaryMethodReference")
  public Task subscribe(Listener<LogEvent> listener) {
    // Twice the same listener is two subscriptions.
    Listener<LogEvent> own = listener::on;
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  /** The events that are kept, oldest first. */
  public Seq<LogEvent> events() {
    return events.copy();
  }

  /** The log as JSON text, which {@link Replay} reads on any runtime. */
  public String export() {
    return Json.stringify(toJSON());
  }

  /** The log as a document. */
  public Object toJSON() {
    return Json.object(
        "format",
        FORMAT,
        "version",
        VERSION,
        "start",
        EventJson.all(start),
        "events",
        EventJson.all(events));
  }

  /** Forgets the events; the log goes on from what is now. */
  public void clear() {
    start = recorder.start();
    since = recorder.count();
    events = new Seq<>();
    nextStart = null;
  }

  /** Ends the log; what it has stays readable. */
  public void detach() {
    recorder.remove(this);
    listeners.clear();
  }

  /** The JSON form of one event. */
  public static Object json(LogEvent event) {
    return EventJson.of(event);
  }

  @JsIgnore
  void take(LogEvent event) {
    if (event.n <= since) {
      return;
    }
    events.add(event);
    listeners.copy().each(listener -> recorder
        .environment()
        .errors
        .guard(
            () -> listener.on(event),
            error -> recorder.environment().errors.report("a listener of the log threw", error)));
  }

  /** Keeps the log within its limit; between events, when its start can be made. */
  @JsIgnore
  void trim() {
    if (nextStart != null && events.size() > limit) {
      start = nextStart;
      since = events.get(nextAt - 1).n;
      events = events.filter(event -> event.n > since);
      nextStart = null;
      if (events.size() > limit) {
        clear();
      }
    }
    if (nextStart == null && events.size() >= limit / 2) {
      nextStart = recorder.start();
      nextAt = events.size();
    }
  }
}
