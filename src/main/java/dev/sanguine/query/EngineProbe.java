package dev.sanguine.query;

import dev.sanguine.env.Documents;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;

/** What the log of events may see of the engine, and nothing else of it. No part of the engine needs this class. */
public final class EngineProbe {
  public static final int QUEUED = Intent.QUEUED;
  public static final int SENT = Intent.SENT;
  public static final int CONFIRMED = Intent.CONFIRMED;
  public static final int FAILED = Intent.FAILED;
  public static final int UNKNOWN = Intent.UNKNOWN;
  /** What a query shows, or what is held back from it, may have changed; with the action or the value, if one did it. */
  public static final int LOOK = IntentLog.LOOK;

  public static final int REMOVED = IntentLog.REMOVED;
  public static final int RESYNC = IntentLog.RESYNC;
  public static final int CLEARED = IntentLog.CLEARED;
  /** The intent's variables have become others, and its changes with them. */
  public static final int REWRITTEN = IntentLog.REWRITTEN;
  /** A value came that the query does not take at once. */
  public static final int HELD = IntentLog.HELD;
  /** The kind of change that is a function; the helpers follow. */
  public static final int FUNCTION = Change.FUNCTION;

  public static final int SET = Change.SET;
  public static final int MERGE = Change.MERGE;
  public static final int INCREMENT = Change.INCREMENT;

  private EngineProbe() {}

  /** One change as an intent wrote it down. */
  public static final class Written {
    public double change;
    public String hash;
    public Object key;
    public QueryFilters filters;
    public int kind;
    public Object value;
    public String field;
    public double by;
    /** The id of the record that is incremented; null if the value itself is the record. */
    public Object id;
    /** Made anew by a registered function: the change itself, to be tried on other values. */
    private Change made;

    public Object apply(Object old, Values values) {
      return made.apply(old, values, RecordShape.USUAL);
    }
  }

  /** What an intent is. */
  public static final class Issued {
    public double intent;
    public int phase;
    public double settled;
    public int mutation;
    public String name;
    public Object mutationKey;
    public Object scope;
    public Object variables;
    /** The mutation has a merge of its own, which is a function too. */
    public boolean merges;
    /** What the mutation brought. */
    public Object answer;

    public final Seq<Written> changes = new Seq<>();
  }

  /** A change in the fold of one query. */
  public static final class Layer {
    public double change;
    public double intent;
    public int phase;
    public boolean broken;
    /** The base may hold it already. */
    public boolean isPassedOver;
    /** Records are found otherwise than usual: what the change makes is no data to the log. */
    public boolean isOpaque;
    /** The mutation's answer is part of it. */
    public boolean answered;
    /** The value before it and after it. */
    public Object in;

    public Object out;
  }

  /** What writes the client's events down; null where nothing ever did. */
  public static Object recorderOf(QueryClient client) {
    return client.law().recorder;
  }

  public static void recorder(QueryClient client, Object recorder) {
    client.law().recorder = recorder;
  }

  public static void listen(QueryClient client, EngineListener sink) {
    IntentLog log = client.law();
    if (log.sinks == null) {
      log.sinks = new OrderedSet<>();
    }
    log.sinks.add(sink);
  }

  public static boolean isListenedTo(QueryClient client) {
    return client.law().sinks != null && client.law().sinks.size() > 0;
  }

  public static void leave(QueryClient client, EngineListener sink) {
    client.law().sinks.remove(sink);
  }

  /** All intents that are not done with, in the order of issue. */
  public static Seq<Object> intents(QueryClient client) {
    Seq<Intent> all = new Seq<>();
    client.getMutationCache().getAll().each(mutation -> addOnce(all, mutation.intent));
    client.getQueryCache().getAll().each(query -> {
      if (query.fold != null) {
        query.fold.parts.each(part -> addOnce(all, part.intent));
      }
    });
    all.sort((a, b) -> id(a) < id(b) ? -1 : 1);
    Seq<Object> intents = new Seq<>();
    all.each(intents::add);
    return intents;
  }

  private static void addOnce(Seq<Intent> all, Intent intent) {
    if (intent != null
        && intent.phase <= Intent.CONFIRMED
        && intent.changes.size() > 0
        && !all.has(intent)) {
      all.add(intent);
    }
  }

  /** Null where the intent changes nothing. */
  public static Issued issued(Object subject) {
    Intent intent = (Intent) subject;
    // Where the fetch goes is no change.
    Seq<Change> changes = intent.changes.filter(change -> change.kind != Change.RESYNC);
    if (changes.size() == 0) {
      return null;
    }
    Issued issued = new Issued();
    Mutation mutation = intent.mutation;
    issued.intent = id(intent);
    issued.phase = intent.phase;
    issued.settled = intent.settled;
    issued.mutation = mutation.mutationId;
    issued.name = mutation.label();
    issued.mutationKey = mutation.options.mutationKey;
    issued.scope = mutation.options.scope == null ? null : mutation.options.scope.id;
    issued.variables = intent.variables;
    issued.merges = OwnOptions.merge(mutation.options, mutation.world().values) != null;
    issued.answer = intent.answer;
    changes.each(change -> issued.changes.add(written(change)));
    return issued;
  }

  /** The changes over a query, in the order of issue, each brought up to date. */
  public static Seq<Layer> layers(Query query) {
    Seq<Layer> layers = new Seq<>();
    if (query.fold == null) {
      return layers;
    }
    query.fold.refresh();
    Object in = query.fold.base.data;
    for (int i = 0; i < query.fold.parts.size(); i++) {
      FoldedChange part = query.fold.parts.get(i);
      if (part.change.kind == Change.RESYNC) {
        continue;
      }
      Layer layer = new Layer();
      layer.change = part.change.serial;
      layer.intent = id(part.intent);
      layer.phase = part.intent.phase;
      layer.broken = part.broken;
      layer.isPassedOver = part.mayBeInBase;
      layer.isOpaque = query.options.records != null;
      layer.answered = part.change.answer != null;
      layer.in = in;
      layer.out = part.out;
      in = part.out;
      layers.add(layer);
    }
    return layers;
  }

  public static Object base(Query query) {
    return query.confirmed().data;
  }

  /** What is held back from the query; null where nothing is. */
  public static Action held(Query query) {
    return query.fold == null ? null : query.fold.held;
  }

  public static Object heldValue(Action held) {
    return held.type.equals("setState") ? ((QueryState) held.state).data : held.data;
  }

  /** The number of the request that brought it; 0 where nobody asked. */
  public static double heldRequest(Action held) {
    return held.sent;
  }

  /** The changes that the value waits for which the query was offered last. */
  public static Seq<Double> waitsFor(Query query) {
    return query.fold.parts.filter(part -> part.isWaitedFor).map(part -> part.change.serial);
  }

  /** The number of the request whose answer is being taken; 0 where there is none. */
  public static double request(Query query) {
    return query.run == null ? 0 : Math.max(query.run.sent, 0);
  }

  /** What a fetch that is cancelled goes back to. */
  public static boolean isRevert(Query query, Object value) {
    return query.run != null
        && query.revert != null
        && query.world().values.same(query.revert.data, value);
  }

  /** off where views are not shared with those before, own where a function of the app's does it; else null. */
  public static String sharing(Query query) {
    Object option = query.options.structuralSharing;
    return Options.isFalse(option) ? "off" : query.world().values.isFunction(option) ? "own" : null;
  }

  /** The key's parts as a list value. */
  public static Object key(Values values, Object key) {
    return values.listOf(values.items(key));
  }

  /** The value after a helper's change; undefined where it says that nothing changes. */
  public static Object help(
      Documents documents,
      int kind,
      Object value,
      String field,
      double by,
      Object id,
      boolean exact,
      Object old) {
    Change change = new Change(kind, kind == INCREMENT ? (Object) by : value, false);
    change.field = field;
    change.id = id;
    change.filters = exact ? null : new QueryFilters();
    return change.apply(old, documents, RecordShape.USUAL);
  }

  /** The value that the change has made, with the answer over the record of its id; {@code before} is the one before it. */
  public static Object answered(Documents documents, Object data, Object before, Object made) {
    return MutationAnswer.written(documents, RecordShape.USUAL, data, before, made);
  }

  /** What the function that is registered for the mutation's key writes down for these variables; null: none is. */
  public static Seq<Written> rewrite(QueryClient client, Object mutationKey, Object variables) {
    MutationOptions options = client.getMutationDefaults(mutationKey);
    Optimistic optimistic =
        options == null ? null : OwnOptions.optimistic(options, client.environment.values);
    if (optimistic == null) {
      return null;
    }
    Intent intent = new Intent(client.law(), null);
    // Ids that it gives out are nobody's.
    TemporaryIds known = client.law().temporaryIds;
    client.law().temporaryIds = null;
    try {
      optimistic.apply(intent, variables);
    } finally {
      client.law().temporaryIds = known;
    }
    intent.open(false);
    return intent.changes.filter(change -> change.kind != Change.RESYNC).map(EngineProbe::written);
  }

  /** Pairs of an id that the intent gave out and the one that the answer gives; empty where it makes no record. */
  public static Seq<Seq<Object>> names(QueryClient client, Object intent, Object data) {
    return client.law().temporaryIds == null
        ? new Seq<>()
        : client.law().temporaryIds.pairs(((Intent) intent).mutation, data);
  }

  /** The value that the change has made, with the server's ids in the place of those that it gave out. */
  public static Object renamed(
      Documents documents, Object before, Object made, Seq<Seq<Object>> names) {
    return named(
        MutationAnswer.withoutKnown(documents, RecordShape.USUAL, names, before, made), names);
  }

  /** The value with each text that is a first of a pair replaced by the second. */
  public static Object named(Object value, Seq<Seq<Object>> names) {
    return DeepStrings.map(value, text -> {
      Seq<Object> pair = names.first(one -> one.get(0).equals(text));
      return pair == null ? text : pair.get(1);
    });
  }

  /** What the merge that is registered for the mutation's key makes of the value; null where none is registered. */
  public static Updater merge(
      QueryClient client, Object mutationKey, Object data, Object variables) {
    MutationOptions options = client.getMutationDefaults(mutationKey);
    Callback merge = options == null ? null : OwnOptions.merge(options, client.environment.values);
    return merge == null ? null : old -> merge.call(data, variables, old);
  }

  /** An intent goes by the number of its first change. */
  private static double id(Intent intent) {
    return intent.changes.get(0).serial;
  }

  private static Written written(Change change) {
    Written written = new Written();
    written.change = change.serial;
    written.hash = change.filters == null ? change.hash : null;
    written.key = change.key;
    written.filters = change.filters;
    written.kind = change.kind;
    written.value = change.kind == FUNCTION || change.kind == INCREMENT ? null : change.value;
    written.field = change.field;
    written.id = change.id;
    written.by = change.kind == INCREMENT ? (Double) change.value : 0;
    written.made = change;
    return written;
  }
}
