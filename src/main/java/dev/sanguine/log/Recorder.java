package dev.sanguine.log;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.law.ArrivedValue;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.pending.EngineListener;
import dev.sanguine.query.pending.EngineProbe;
import dev.sanguine.query.state.Action;

/** Listens to one client while it has logs: finds out what changed, and says it as events. */
final class Recorder extends EngineListener {
  /** Of an error's message that much is kept. */
  private static final int LONGEST = 200;

  private final QueryClient client;
  private final Environment env;
  private final Values values;
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
      EngineProbe.setRecorder(client, new Recorder(client));
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
      EngineProbe.stopListening(client, this);
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
      note(intent, IntentState.QUEUED);
      if (intent.state != IntentState.QUEUED) {
        // Every settled one was sent.
        note(intent, IntentState.SENT);
      }
      if (!intent.isPending()) {
        note(intent, intent.state);
      }
    });
    client.getQueryCache().getAll().each(query -> look(query, null, null));
    attaching = false;
    intents.values().each(this::forget);
    EngineProbe.listen(client, this);
  }

  @Override
  public void queryChanged(Query query, Action action) {
    look(query, action, null);
    tell();
  }

  @Override
  public void valueHeld(Query query, ArrivedValue value) {
    look(query, null, value);
    tell();
  }

  @Override
  public void queryRemoved(Query query) {
    removed(query);
    tell();
  }

  @Override
  public void resyncSent(Query query) {
    LogEvent event = event("resync");
    event.query = query.queryHash;
    emit(event);
    tell();
  }

  @Override
  public void cleared() {
    intents.clear();
    emit(event("cleared"));
    tell();
  }

  @Override
  public void intentChanged(Intent intent) {
    note(intent, intent.state);
    tell();
  }

  @Override
  public void intentRewritten(Intent intent) {
    EngineProbe.Issued issued = EngineProbe.issued(intent);
    RecordedIntent known = issued == null ? null : intents.get(issued.intent);
    if (known != null) {
      LogEvent event = event("rewritten");
      event.intent = issued.intent;
      LogEvent anew = event("issued");
      anew.n = known.issued.n;
      anew.at = known.issued.at;
      anew.intent = issued.intent;
      describe(anew, issued);
      known.become(anew);
      event.variables = anew.variables;
      event.changes = anew.changes;
      emit(event);
    }
    tell();
  }

  /** Says that the intent is in that state. */
  private void note(Intent intent, IntentState state) {
    EngineProbe.Issued issued = EngineProbe.issued(intent);
    if (issued == null) {
      return;
    }
    LogEvent event = event(state == IntentState.QUEUED ? "issued" : state.word);
    event.intent = issued.intent;
    if (state == IntentState.QUEUED) {
      describe(event, issued);
      intents.put(issued.intent, new RecordedIntent(event, issued.merges));
      emit(event);
      return;
    }
    RecordedIntent known = intents.get(issued.intent);
    if (known == null) {
      return;
    }
    switch (state) {
      case CONFIRMED:
        known.settled = true;
        event.number = issued.settled;
        noteAnswer(event, known, intent, issued);
        break;
      case FAILED:
      case CONFLICT:
      case UNKNOWN:
        known.settled = true;
        event.number = issued.settled;
        event.error = issued.answer == null ? null : shortened(Plain.message(issued.answer));
        break;
      default:
        break;
    }
    known.states.add(event);
    emit(event);
    forget(known);
  }

  private void noteAnswer(
      LogEvent event, RecordedIntent known, Intent intent, EngineProbe.Issued issued) {
    known.confirmed = true;
    if (issued.merges || values.field(issued.answer, "id") != null) {
      event.answer = issued.answer;
    }
    if (issued.merges) {
      event.merges = true;
    }
    Seq<Seq<Object>> names = EngineProbe.names(client, intent, issued.answer);
    if (names.size() > 0) {
      event.names = names;
    }
  }

  private static String shortened(String message) {
    return message.length() > LONGEST ? message.substring(0, LONGEST) : message;
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
      } else if (written.record != null) {
        change.record = written.record.type;
        change.id = written.record.id;
      } else {
        change.filters = Filters.of(values, written.filters);
      }
      change.op = written.kind.word;
      if (written.kind == ChangeKind.INCREMENT) {
        change.field = written.field;
        change.by = written.by;
        if (written.id != null && !values.isUndefined(written.id)) {
          change.value = written.id;
        }
      } else if (written.kind != ChangeKind.FUNCTION && !values.isUndefined(written.value)) {
        change.value = written.value;
        if (!Plain.isPlain(written.value)
            || written.kind == ChangeKind.MERGE && !Plain.isRecord(written.value)) {
          change.lossy = true;
        }
      }
      return change;
    });
  }

  private void look(Query query, Action action, ArrivedValue held) {
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
    looked.look(query, action, held);
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
