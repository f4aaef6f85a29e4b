package dev.sanguine.collections;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Call;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.PayloadCollection;
import dev.sanguine.payload.Where;
import dev.sanguine.query.MutationIntents;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.Versions;
import dev.sanguine.query.callbacks.MutationFunction;
import dev.sanguine.query.callbacks.Optimistic;
import dev.sanguine.query.callbacks.PageParam;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.callbacks.RetryDecision;
import dev.sanguine.query.callbacks.VersionRule;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.query.state.MutationContext;
import dev.sanguine.query.state.QueryFunctionContext;
import dev.sanguine.records.RecordIds;

/*
 * What the queries and mutations of a collection have in common, for both languages: it writes the engine's options.
 *
 * What a list was asked for with is the second part of its key, [slug, { where, sort, limit, page }]. So the engine knows which
 * records belong to it, and a change says only which record it is about. A change of a record is sent in the line of that
 * record. The line is named by the record's id, which the variables hold.
 *
 * A record that is being made has a temporary id, and changes of it that wait stand in a line of that name. When the server's id
 * is known they are sent, and further changes must stand behind them. So the line keeps its name: `lines` knows which record
 * has which name from then on.
 */
final class CollectionOptions<T> {
  private static final int MOST_RETRIES = 3;

  final PayloadCollection<T> rest;
  private final CollectionSettings settings;
  private final Environment env;
  private final VersionRule version;
  /** By the text of the id that the server gave: the temporary one. */
  private final Table<String, String> lines;

  private boolean saidWhatIsMissing;

  CollectionOptions(
      PayloadCollection<T> rest, CollectionSettings settings, Table<String, String> lines) {
    this.rest = rest;
    this.settings = settings;
    this.lines = lines;
    env = rest.environment();
    version = settings.version == null ? null : Versions.by(settings.version);
  }

  /** What JavaScript has given wrongly is told by an error of the platform, without the name of a class of Java. */
  <A> A plainly(Making<A> making) {
    return plainly(env, making);
  }

  static <A> A plainly(Environment env, Making<A> making) {
    try {
      return making.make();
    } catch (IllegalArgumentException e) {
      return env.errors.fail(env.errors.create(e.getMessage()));
    }
  }

  /** Makes something of what is given, or throws an IllegalArgumentException. */
  interface Making<A> {
    A make();
  }

  // Keys

  Object[] listKey(Find find) {
    return new Object[] {rest.slug(), find.document()};
  }

  Object[] pagesKey(Find find) {
    return new Object[] {rest.slug(), find.document(), "pages"};
  }

  Object[] recordKey(Object id) {
    return new Object[] {rest.slug(), id};
  }

  Object[] countKey(Where where) {
    return new Object[] {rest.slug(), Find.all().where(where).document(), "count"};
  }

  // Queries

  /** What all queries of the collection have, and what stands in the defaults of their keys. */
  void writeShared(QueryOptions into) {
    RecordsOption records = new RecordsOption();
    records.of = settings.type;
    into.records = records;
    if (version != null) {
      into.version = version;
    }
    into.retry = (RetryDecision) (failures, error) ->
        failures < (env.isServer() ? 0 : MOST_RETRIES) && Retries.mayHelp(error);
    into.retryDelay = Retries.DELAY;
  }

  void writeList(QueryOptions into, Find find) {
    writeShared(into);
    into.queryFn = (QueryFunction) context -> rest.find(find, call(context));
  }

  void writePages(QueryOptions into, Find find) {
    writeShared(into);
    into.initialPageParam = 1.0;
    into.queryFn = (QueryFunction)
        context -> rest.find(find.page((int) env.values.number(context.pageParam)), call(context));
    into.getNextPageParam =
        (PageParam) (page, pages, param, params) -> Json.bool(documentOf(page), "hasNextPage")
            ? (Object) (env.values.number(param) + 1)
            : env.values.undefined();
  }

  /** A page by the names of its members, whatever it is made of. */
  private Object documentOf(Object page) {
    Values values = env.values;
    return Json.object("hasNextPage", values.field(page, "hasNextPage"));
  }

  void writeRecord(QueryOptions into, Object id) {
    writeShared(into);
    // The server does not know the id under which a record is being made.
    into.queryFn = (QueryFunction)
        context -> rest.findById(TemporaryIds.realId(context.client, id), call(context));
  }

  /** Its data is a document with {@code totalDocs}, so that records that come and go are counted in it. */
  void writeCount(QueryOptions into, Where where) {
    writeShared(into);
    into.queryFn = (QueryFunction) context ->
        rest.count(where, call(context)).then(count -> Json.object("totalDocs", count), null);
  }

  // Mutations

  String[] mutationKey(String name) {
    return new String[] {rest.slug(), name};
  }

  /** Its variables are the fields that change, with the record's id. */
  void writeUpdate(MutationOptions into) {
    writeChange(
        into,
        (variables, context) -> rest.update(
            idOf(variables), without(variables, "id"), call(context).ifMatch(version(context))),
        (intent, variables) -> {
          intent
              .record(settings.type, given("update", idOf(variables)))
              .merge(without(variables, "id"));
          return null;
        });
    into.scopeBy(variables -> lineOf(idOf(variables)));
    if (settings.coalesces) {
      into.coalesce = "merge";
    }
  }

  /** Its variables are the record's fields. An id among them that is a text is temporary; without one it is given one. */
  void writeCreate(MutationOptions into) {
    writeChange(
        into,
        (variables, context) -> {
          String temporary = temporaryId(variables, context.idempotencyKey);
          Object data = idOf(variables) instanceof String ? without(variables, "id") : variables;
          return rest.create(data, call(context))
              .then(
                  made -> {
                    Object id = env.values.field(made, "id");
                    if (temporary != null && id != null) {
                      lines.put(RecordIds.text(id), temporary);
                    }
                    return made;
                  },
                  null);
        },
        (intent, variables) -> {
          String temporary =
              temporaryId(variables, MutationIntents.mutationOf(intent).idempotencyKey());
          if (temporary != null) {
            TemporaryIds.temporary(intent, temporary, null);
          }
          Object made = temporary == null ? variables : Json.with(variables, "id", temporary);
          intent.add(settings.type, made);
          if (temporary != null) {
            // Its page shows it before the server has made it.
            intent.set(QueryKey.of(recordKey(temporary)), made);
          }
          return null;
        });
    into.scopeBy(variables -> idOf(variables) == null ? null : lineOf(idOf(variables)));
  }

  /** Its variables are the record's id, or a document that has it. */
  void writeRemove(MutationOptions into) {
    writeChange(
        into,
        (variables, context) ->
            rest.delete(idOf(variables), call(context).ifMatch(version(context))),
        (intent, variables) -> {
          intent.record(settings.type, given("remove", idOf(variables))).remove();
          return null;
        });
    into.scopeBy(variables -> lineOf(idOf(variables)));
  }

  /** Its variables are {@code { ids, data }}; the server may take some and refuse others. */
  void writeUpdateMany(MutationOptions into) {
    writeChange(
        into,
        (variables, context) -> {
          checkPartial(context);
          return rest.updateAll(
              Where.of(
                  Json.object("id", Json.object("in", Json.arrayOf(Json.list(variables, "ids"))))),
              Json.get(variables, "data"),
              call(context));
        },
        (intent, variables) -> {
          Json.list(variables, "ids")
              .each(id -> intent.record(settings.type, id).merge(Json.get(variables, "data")));
          return null;
        });
  }

  private void writeChange(MutationOptions into, MutationFunction send, Optimistic optimistic) {
    into.mutationFn = send;
    into.optimistic = optimistic;
    into.retry =
        (RetryDecision) (failures, error) -> failures < MOST_RETRIES && Retries.isAskedFor(error);
    into.retryDelay = Retries.DELAY;
  }

  // Of one call

  private Call call(QueryFunctionContext context) {
    return call(context.signal());
  }

  private Call call(MutationContext context) {
    return call(context.signal).idempotencyKey(context.idempotencyKey).keepalive(context.keepalive);
  }

  private Call call(AbortSignal signal) {
    Call call = Call.plain().signal(signal);
    call = settings.depth < 0 ? call : call.depth(settings.depth);
    call = settings.timeout < 0 ? call : call.timeout(settings.timeout);
    Object headers = settings.headers == null ? null : settings.headers.get();
    Seq<String> names = Json.names(headers);
    for (int i = 0; i < names.size(); i++) {
      call = call.header(names.get(i), Json.string(headers, names.get(i)));
    }
    return call;
  }

  /** The version that the record had when it was changed; null for no precondition. */
  private Object version(MutationContext context) {
    if (settings.version == null) {
      return null;
    }
    if (context.client.conflicts == null) {
      sayWhatIsMissing("sends no precondition, so that the later of two changes wins");
      return null;
    }
    return context.version();
  }

  private void checkPartial(MutationContext context) {
    if (context.client.conflicts == null) {
      sayWhatIsMissing("can't tell which records of a change of several were refused");
    }
  }

  private void sayWhatIsMissing(String what) {
    if (Development.on() && !saidWhatIsMissing) {
      saidWhatIsMissing = true;
      env.errors.warn("the collection '" + rest.slug() + "' " + what
          + ", because the client lacks the feature conflicts; import { conflicts } from"
          + " 'sanguine/conflicts' and make new QueryClient({ features: [records, conflicts] }), or"
          + " say version: false");
    }
  }

  private Object idOf(Object variables) {
    Object id = Json.isObject(variables) ? env.values.field(variables, "id") : variables;
    return id == null || env.values.isUndefined(id) ? null : id;
  }

  /** The id, which the variables have to say. */
  private Object given(String mutation, Object id) {
    return id != null
        ? id
        : env.errors.fail(env.errors.create("the collection '" + rest.slug() + "': " + mutation
            + " does not know which record is meant"
            + Development.hint("; give the variables an id: { id: 12, status: 'paid' }")));
  }

  private Object without(Object document, String name) {
    return env.values.without(document, name);
  }

  /** Null if the variables have an id of the server's kind already. */
  private String temporaryId(Object variables, String idempotencyKey) {
    Object id = idOf(variables);
    return id instanceof String ? (String) id : id == null ? "new-" + idempotencyKey : null;
  }

  private String lineOf(Object id) {
    if (id == null) {
      return null;
    }
    String text = RecordIds.text(id);
    return rest.slug() + " " + (lines.has(text) ? lines.get(text) : text);
  }
}
