package dev.sanguine.log;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.query.Action;
import dev.sanguine.query.EngineListener;
import dev.sanguine.query.EngineProbe;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;

/** Listens to one client while it has logs: finds out what changed, and says it as events. */
final class Recorder {
  private static final String[] STATES = {"issued", "sent", "confirmed", "failed", "unknown"};
  private static final String[] OPS = {
    "function", "set", "merge", "remove", "upsert", "append", "prepend", "increment"
  };
  /** Of an error's message that much is kept. */
  private static final int LONGEST = 200;

  private final QueryClient client;
  private final Environment env;
  private final Values values;
  private final EngineListener sink = this::on;
  private final Seq<EventLog> logs = new Seq<>();
  private final Table<Double, RecordedIntent> intents = new Table<>();
  private final Table<String, QueryRecorder> queries = new Table<>();
  /** Events that are still to be told: one that a listener causes comes after the one it hears. */
  private Seq<LogEvent> queue = new Seq<>();

  private boolean telling;
  /** What is there already is being taken in: nobody is told. */
  private boolean attaching;

  private int count;

  private Recorder(QueryClient client) {
    this.client = client;
    env = client.environment;
    values = env.values;
  }

  static Recorder of(QueryClient client) {
    if (EngineProbe.recorderOf(client) == null) {
      EngineProbe.recorder(client, new Recorder(client));
    }
    return (Recorder) EngineProbe.recorderOf(client);
  }

  Environment environment() {
    return env;
  }

  /** The number of the latest event, told or not. */
  double count() {
    return count;
  }

  EventLog firstLog() {
    return logs.size() == 0 ? null : logs.get(0);
  }

  void add(EventLog log) {
    if (logs.size() == 0) {
      lookAtAll();
    }
    logs.add(log);
  }

  void remove(EventLog log) {
    logs.remove(log);
    if (logs.size() == 0) {
      EngineProbe.leave(client, sink);
      intents.clear();
      queries.clear();
    }
  }

  /** The events that lead from nothing to what is now. */
  Seq<LogEvent> start() {
    Seq<LogEvent> start = new Seq<>();
    intents.each(live -> {
      start.add(live.issued);
      live.states.each(start::add);
    });
    queries.each(looked -> looked.start().each(start::add));
    return start;
  }

  /** Takes in what the client has when the first log begins; nobody is told. */
  private void lookAtAll() {
    attaching = true;
    EngineProbe.intents(client).each(intent -> {
      EngineProbe.Issued issued = EngineProbe.issued(intent);
      for (int state = EngineProbe.QUEUED; state <= issued.phase; state++) {
        // Every settled one was sent; only its own end is said.
        if (state <= EngineProbe.SENT || state == issued.phase) {
          onIntent(state, intent, issued.answer);
        }
      }
    });
    client.getQueryCache().getAll().each(query -> look(query, null, false));
    attaching = false;
    intents.values().each(this::forget);
    EngineProbe.listen(client, sink);
  }

  private void on(int kind, Object subject, Object what) {
    if (kind == EngineProbe.LOOK || kind == EngineProbe.HELD) {
      look((Query) subject, (Action) what, kind == EngineProbe.HELD);
    } else if (kind == EngineProbe.CLEARED) {
      intents.clear();
      emit(event("cleared"));
    } else if (kind == EngineProbe.REMOVED) {
      removed((Query) subject);
    } else if (kind == EngineProbe.RESYNC) {
      LogEvent event = event("resync");
      event.query = ((Query) subject).queryHash;
      emit(event);
    } else {
      onIntent(kind, subject, what);
    }
    tell();
  }

  private void onIntent(int state, Object intent, Object answer) {
    EngineProbe.Issued issued = EngineProbe.issued(intent);
    if (issued == null) {
      return;
    }
    LogEvent event = event(state == EngineProbe.REWRITTEN ? "rewritten" : STATES[state]);
    event.intent = issued.intent;
    if (state == EngineProbe.QUEUED) {
      describe(event, issued);
      intents.put(issued.intent, new RecordedIntent(event, issued.merges));
      emit(event);
      return;
    }
    RecordedIntent live = intents.get(issued.intent);
    if (live == null) {
      return;
    }
    if (state == EngineProbe.REWRITTEN) {
      LogEvent anew = event("issued");
      anew.n = live.issued.n;
      anew.at = live.issued.at;
      anew.intent = issued.intent;
      describe(anew, issued);
      live.become(anew);
      event.variables = anew.variables;
      event.changes = anew.changes;
      emit(event);
      return;
    }
    if (state > EngineProbe.SENT) {
      event.number = issued.settled;
      live.settled = true;
    }
    if (state == EngineProbe.CONFIRMED) {
      live.confirmed = true;
      if (issued.merges || values.field(answer, "id") != null) {
        event.answer = answer;
      }
      if (issued.merges) {
        event.merges = true;
      }
      Seq<Seq<Object>> names = EngineProbe.names(client, intent, answer);
      if (names.size() > 0) {
        event.names = names;
      }
    }
    if (state > EngineProbe.CONFIRMED && answer != null) {
      String message = Plain.message(answer);
      event.error = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    }
    live.states.add(event);
    emit(event);
    forget(live);
  }

  private void describe(LogEvent event, EngineProbe.Issued issued) {
    event.mutation = (double) issued.mutation;
    event.name = issued.name;
    event.mutationKey =
        issued.mutationKey == null ? null : EngineProbe.key(values, issued.mutationKey);
    if (issued.scope != null) {
      event.scope = issued.scope;
    }
    if (!values.isUndefined(issued.variables)) {
      event.variables = issued.variables;
    }
    event.changes = issued.changes.map(written -> {
      LogChange change = new LogChange();
      change.change = written.change;
      if (written.hash != null) {
        change.query = written.hash;
        change.key = EngineProbe.key(values, written.key);
      } else {
        change.filters = Filters.of(values, written.filters);
      }
      change.op = OPS[written.kind];
      if (written.kind == EngineProbe.INCREMENT) {
        change.field = written.field;
        change.by = written.by;
        if (written.id != null && !values.isUndefined(written.id)) {
          change.value = written.id;
        }
      } else if (written.kind != EngineProbe.FUNCTION && !values.isUndefined(written.value)) {
        change.value = written.value;
        if (!Plain.isPlain(written.value)
            || written.kind == EngineProbe.MERGE && !Plain.isRecord(written.value)) {
          change.lossy = true;
        }
      }
      return change;
    });
  }

  private void look(Query query, Action what, boolean isHeld) {
    // One that has left its cache, or that another one has the place of, is nobody's any more.
    if (client.getQueryCache().get(query.queryHash) != query) {
      return;
    }
    QueryRecorder looked = queries.get(query.queryHash);
    if (looked == null) {
      if (values.isUndefined(EngineProbe.base(query))
          && EngineProbe.layers(query).size() == 0) {
        return;
      }
      looked = new QueryRecorder(this, query);
      queries.put(query.queryHash, looked);
    }
    looked.look(query, what, isHeld);
  }

  private void removed(Query query) {
    QueryRecorder looked = queries.get(query.queryHash);
    if (looked == null || client.getQueryCache().get(query.queryHash) != query) {
      return;
    }
    queries.remove(query.queryHash);
    LogEvent event = event("removed");
    event.query = query.queryHash;
    emit(event);
    looked.shown.layers.each(this::unlayered);
  }

  Values values() {
    return values;
  }

  RecordedIntent intent(double id) {
    return intents.get(id);
  }

  void layered(RecordedQuery.Layer layer) {
    layer.live.layers++;
  }

  void unlayered(RecordedQuery.Layer layer) {
    layer.live.layers--;
    forget(layer.live);
  }

  /** Nothing more will be said of an intent that is settled and stands in no fold. */
  private void forget(RecordedIntent live) {
    if (live.settled && live.layers == 0 && !attaching) {
      intents.remove(live.issued.intent);
    }
  }

  LogEvent event(String type) {
    LogEvent event = new LogEvent();
    event.n = (double) count;
    event.at = env.clock.now();
    event.type = type;
    return event;
  }

  /** Events are told once the mirror says the same as they do. */
  void emit(LogEvent event) {
    if (!attaching) {
      event.n = (double) ++count;
      queue.add(event);
    }
  }

  private void tell() {
    if (telling) {
      return;
    }
    telling = true;
    for (int i = 0; i < queue.size(); i++) {
      LogEvent event = queue.get(i);
      logs.copy().each(log -> log.take(event));
    }
    queue = new Seq<>();
    telling = false;
    logs.each(EventLog::trim);
  }
}
