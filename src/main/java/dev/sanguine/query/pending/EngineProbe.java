package dev.sanguine.query.pending;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.law.ArrivedValue;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.law.MutationAnswer;
import dev.sanguine.law.RecordTarget;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationCache;
import dev.sanguine.query.MutationIntents;
import dev.sanguine.query.Options;
import dev.sanguine.query.OwnOptions;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.callbacks.Merge;
import dev.sanguine.query.callbacks.Optimistic;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.records.DeepStrings;
import dev.sanguine.records.RecordShape;

/** What the log of events may see of the engine, and nothing else of it. No part of the engine needs this class. */
public final class EngineProbe {
  private EngineProbe() {}

  /** One change as an intent wrote it down. */
  public static final class Written {
    public double change;
    public String hash;
    public Object key;
    public QueryFilters filters;
    /** The record that is meant, wherever it stands; null if a key or filters say what is meant. */
    public RecordTarget record;

    public ChangeKind kind;
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
    public IntentState state;
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
    public IntentState state;
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

  /** What writes the client's events down; null if nothing ever did. */
  public static Object recorderOf(QueryClient client) {
    return client.law == null ? null : client.law.recorder;
  }

  public static void setRecorder(QueryClient client, Object recorder) {
    client.log();
    client.law.recorder = recorder;
  }

  public static void listen(QueryClient client, EngineListener listener) {
    client.log();
    client.law.add(listener);
  }

  public static boolean isListenedTo(QueryClient client) {
    return client.law != null && client.law.isListenedTo();
  }

  public static void stopListening(QueryClient client, EngineListener listener) {
    client.law.remove(listener);
  }

  /** All intents that are not done with, in the order of issue. */
  public static Seq<Intent> intents(QueryClient client) {
    Seq<Intent> all = new Seq<>();
    client.getMutationCache().getAll().each(mutation -> addOnce(all, mutation.intent()));
    client.getQueryCache().getAll().each(query -> {
      if (query.gate() != null) {
        query.gate().changes.each(part -> addOnce(all, part.intent));
      }
    });
    all.sort((a, b) -> id(a) < id(b) ? -1 : 1);
    return all;
  }

  private static void addOnce(Seq<Intent> all, Intent intent) {
    if (intent != null && !intent.hasFailed() && intent.changes.size() > 0 && !all.has(intent)) {
      all.add(intent);
    }
  }

  /** Null if the intent changes nothing. */
  public static Issued issued(Intent intent) {
    // Where the fetch goes is no change.
    Seq<Change> changes = intent.changes.filter(change -> change.kind != ChangeKind.RESYNC);
    if (changes.size() == 0) {
      return null;
    }
    Issued issued = new Issued();
    Mutation mutation = MutationIntents.mutationOf(intent);
    issued.intent = id(intent);
    issued.state = intent.state;
    issued.settled = intent.settled;
    issued.mutation = mutation.mutationId;
    issued.name = mutation.label();
    issued.mutationKey = mutation.options.mutationKey;
    issued.scope = MutationCache.idOfScope(mutation);
    issued.variables = intent.variables;
    issued.merges = OwnOptions.merge(mutation.options, mutation.environment().values) != null;
    issued.answer = intent.answer;
    changes.each(change -> issued.changes.add(written(change)));
    return issued;
  }

  /** The changes over a query, in the order of issue, each brought up to date. */
  public static Seq<Layer> layers(Query query) {
    Seq<Layer> layers = new Seq<>();
    if (query.gate() == null) {
      return layers;
    }
    query.gate().refresh();
    Object in = query.gate().base;
    for (int i = 0; i < query.gate().changes.size(); i++) {
      FoldedChange part = query.gate().changes.get(i);
      if (part.change.kind == ChangeKind.RESYNC) {
        continue;
      }
      Layer layer = new Layer();
      layer.change = part.change.serial;
      layer.intent = id(part.intent);
      layer.state = part.intent.state;
      layer.broken = part.broken;
      layer.isPassedOver = part.mayBeInBase;
      layer.isOpaque = query.options.records != null || part.change.record != null;
      layer.answered = part.change.answer != null;
      layer.in = in;
      layer.out = part.valueAfter;
      in = part.valueAfter;
      layers.add(layer);
    }
    return layers;
  }

  public static Object base(Query query) {
    return query.confirmed().data;
  }

  /** What is held back from the query; null if nothing is. */
  public static ArrivedValue held(Query query) {
    return query.gate() == null ? null : query.gate().held;
  }

  /** The value that becomes the base just now, if it was held back before, or might have been; null at any other time. */
  public static ArrivedValue taken(Query query) {
    return query.folded == null ? null : query.folded.taken;
  }

  /** The changes that the value waits for which the query was offered last. */
  public static Seq<Double> waitsFor(Query query) {
    return query.gate().changes.filter(part -> part.isWaitedFor).map(part -> part.change.serial);
  }

  /** The number of the request whose answer is being taken; 0 if there is none. */
  public static double request(Query query) {
    return query.run == null ? 0 : Math.max(query.run.sent, 0);
  }

  /** What a fetch that is cancelled goes back to. */
  public static boolean isRevert(Query query, Object value) {
    return query.run != null
        && query.revert != null
        && query.environment().values.same(query.revert.data, value);
  }

  /** off if views are not shared with those before, own if a function of the app's does it; else null. */
  public static String sharing(Query query) {
    Object option = query.options.structuralSharing;
    return Options.isFalse(option)
        ? "off"
        : query.environment().values.isFunction(option) ? "own" : null;
  }

  /** The key's parts as a list value. */
  public static Object key(Values values, Object key) {
    return values.listOf(values.items(key));
  }

  /** The value after a helper's change; undefined if it says that nothing changes. */
  public static Object applyHelper(
      Documents documents,
      ChangeKind kind,
      Object value,
      String field,
      double by,
      Object id,
      boolean exact,
      Object old) {
    Change change = new Change(kind, kind == ChangeKind.INCREMENT ? (Object) by : value, false);
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
    Intent intent = new Intent(client.log(), null);
    optimistic.apply(intent, variables);
    intent.open(false);
    return intent
        .changes
        .filter(change -> change.kind != ChangeKind.RESYNC)
        .map(EngineProbe::written);
  }

  /** Pairs of an id that the intent gave out and the one that the answer gives; empty if it makes no record. */
  public static Seq<Seq<Object>> names(QueryClient client, Intent intent, Object data) {
    return client.log().names == null ? new Seq<>() : client.log().names.pairs(intent.owner, data);
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

  /** What the merge that is registered for the mutation's key makes of the value; null if none is registered. */
  public static Updater merge(
      QueryClient client, Object mutationKey, Object data, Object variables) {
    MutationOptions options = client.getMutationDefaults(mutationKey);
    Merge merge = options == null ? null : OwnOptions.merge(options, client.environment.values);
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
    written.filters = (QueryFilters) change.filters;
    written.record = change.record;
    written.kind = change.kind;
    written.value = change.kind == ChangeKind.FUNCTION || change.kind == ChangeKind.INCREMENT
        ? null
        : change.value;
    written.field = change.field;
    written.id = change.id;
    written.by = change.kind == ChangeKind.INCREMENT ? (Double) change.value : 0;
    written.made = change;
    return written;
  }
}
