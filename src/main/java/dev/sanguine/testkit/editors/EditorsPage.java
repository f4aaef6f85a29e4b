package dev.sanguine.testkit.editors;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.Versions;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.Conflict;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.query.state.MutationContext;

/** One editor's page: a list of the records, a detail of the first, and what the person does. */
final class EditorsPage {
  private static final Object LIST = QueryKey.of("list");
  private static final Object DETAIL = QueryKey.of("detail");
  private static final Object EDIT = QueryKey.of("edit");

  final String name;
  private final Environment env;
  private final EditorsSetting setting;
  QueryClient client;
  IntentsObserver listed;
  /** On their way, oldest first. */
  final Seq<EditorsRequest> requests = new Seq<>();
  /** Given up by the page, and not seen by the server. */
  final Seq<EditorsRequest> late = new Seq<>();

  final Seq<EditorsChange> changes = new Seq<>();
  private final Table<String, EditorsChange> byToken = new Table<>();
  private final Seq<Task> stops = new Seq<>();
  /** When each value was shown first, by id, field and value. */
  private final Table<String, Integer> firstShown = new Table<>();

  private int now;
  private int orders;

  EditorsPage(String name, Environment env, EditorsSetting setting) {
    this.name = name;
    this.env = env;
    this.setting = setting;
    open();
  }

  private void open() {
    client = new QueryClient(
        new QueryClientConfig().environment(env).features(ConflictsFeature::conflicts));
    client.setQueryDefaults(LIST, options(LIST, "list"));
    client.setQueryDefaults(DETAIL, options(DETAIL, "detail"));
    client.setMutationDefaults(EDIT, edit());
    listed = new IntentsObserver(client, env.values.undefined());
    stops.add(listed.subscribe((Listener<Object>) intents -> {}));
    stops.add(
        new QueryObserver(client, QueryOptions.of(LIST)).subscribe((Listener<Object>) r -> {}));
    stops.add(
        new QueryObserver(client, QueryOptions.of(DETAIL)).subscribe((Listener<Object>) r -> {}));
  }

  private QueryOptions options(Object key, String query) {
    QueryOptions options = QueryOptions.of(key)
        .queryFn(context -> send(null, query, null, null, null))
        .staleTime(1e9)
        .networkMode("always")
        .retry(0);
    options.version = setting.hasVersions ? Versions.by("v") : null;
    return options;
  }

  private Thenable<Object> send(
      EditorsChange change, String query, Object variables, Object versions, String key) {
    return env.deferreds.create((resolve, reject) -> requests.add(
        new EditorsRequest(this, change, query, variables, versions, key, resolve, reject)));
  }

  // Changes

  private MutationOptions edit() {
    MutationOptions options = MutationOptions.create()
        .mutationKey(EDIT)
        .mutationFn(this::sendChange)
        .optimistic(this::writeDown)
        .settle((answer, variables, error) -> answer)
        .retry(setting.retries)
        .retryDelay(1);
    if (setting.decision != null) {
      options.onConflict(this::decide);
    }
    return setting.hasScope ? options.scope("s") : options;
  }

  private Object decide(Conflict conflict) {
    EditorsChange change = byToken.get(Json.string(conflict.variables, "token"));
    eachOf(conflict.theirs, this::shows);
    change.seenAt = now;
    boolean isTheirs = "theirs".equals(setting.decision);
    change.isDropped |= isTheirs;
    return isTheirs || !env.values.isUndefined(conflict.theirs)
        ? (Object) setting.decision
        : env.values.undefined();
  }

  private void eachOf(Object records, Listener<Object> visitor) {
    if (env.values.isList(records)) {
      env.values.items(records).filter(env.values::isRecord).each(visitor);
    } else if (env.values.isRecord(records)) {
      visitor.on(records);
    }
  }

  private Object sendChange(Object variables, MutationContext context) {
    EditorsChange change = byToken.get(Json.string(variables, "token"));
    Object version = context.version();
    Seq<Object> versions = new Seq<>();
    if (change.kind == EditorsWord.BULK) {
      env.values.items(context.bases()).each(versions::add);
    } else if (version != null) {
      versions.add(Json.object("id", change.ids.get(0), "v", version));
    }
    return send(change, null, variables, Json.arrayOf(versions), context.idempotencyKey);
  }

  private Object writeDown(Intent intent, Object variables) {
    String kind = Json.string(variables, "kind");
    if ("COUNT".equals(kind)) {
      intent.increment(LIST, "n", 1, Json.get(variables, "id"));
      intent.increment(DETAIL, "n", 1, Json.get(variables, "id"));
    } else if ("BULK".equals(kind)) {
      Json.items(Json.get(variables, "ids")).each(id -> {
        Object fields =
            Json.object("id", id, Json.string(variables, "field"), Json.get(variables, "value"));
        intent.merge(LIST, fields);
        intent.merge(DETAIL, fields);
      });
    } else {
      intent.merge(LIST, Json.get(variables, "record"));
      intent.merge(DETAIL, Json.get(variables, "record"));
    }
    return env.values.undefined();
  }

  void start(EditorsChange change) {
    changes.add(change);
    byToken.put(change.token, change);
    change.order = orders++;
    see(change);
    change.mutation = client
        .getMutationCache()
        .build(
            client,
            client.defaultMutationOptions(MutationOptions.create().mutationKey(EDIT)),
            null);
    follow(change, change.mutation.execute(change.variables));
  }

  /** The person knows what is on the page. */
  private void see(EditorsChange change) {
    look();
    change.seenAt = now;
  }

  void look() {
    now++;
    shown("list").each(this::shows);
    shown("detail").each(this::shows);
  }

  private void shows(Object record) {
    EditorsServer.FIELDS.each(field -> {
      String place = place(Json.get(record, "id"), field, Json.string(record, field));
      if (!firstShown.has(place)) {
        firstShown.put(place, now);
      }
    });
  }

  boolean hadSeen(EditorsChange change, Object id, String field, String value) {
    String place = place(id, field, value);
    return firstShown.has(place) && firstShown.get(place) <= change.seenAt;
  }

  private static String place(Object id, String field, String value) {
    return EditorsServer.idOf(id) + " " + field + " " + value;
  }

  private void follow(EditorsChange change, Thenable<Object> sent) {
    sent.then(
        data -> {
          change.isPending = false;
          return null;
        },
        error -> {
          change.isPending = false;
          change.hasFailed = true;
          return null;
        });
  }

  /** The change of a listed entry; null of what failed of a bulk change. */
  EditorsChange changeOf(IntentResult entry) {
    return changes.first(
        change -> change.mutation != null && change.mutation.mutationId == entry.mutationId);
  }

  @SuppressWarnings("unchecked")
  void again(IntentResult entry, Object sent) {
    EditorsChange change = byToken.get(Json.string(entry.variables, "token"));
    change.refusals = 0;
    change.order = orders++;
    see(change);
    eachOf(entry.theirs, this::shows);
    change.seenAt = now;
    if (changeOf(entry) != null) {
      change.isPending = true;
      change.hasFailed = false;
      follow(change, (Thenable<Object>) sent);
    }
  }

  void giveUp(EditorsChange change) {
    change.isDropped = true;
    change.mutation.cancel();
    requests.filter(each -> each.change == change).each(each -> {
      if (!each.isSeen) {
        requests.remove(each);
        late.add(each);
      }
    });
  }

  void reload() {
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateMutation = mutation -> true;
    Object written = Hydration.dehydrate(client, all);
    close();
    requests.each(each -> {
      if (!each.isSeen && each.change != null) {
        late.add(each);
      }
    });
    requests.clear();
    changes.each(change -> change.mutation = null);
    open();
    Hydration.hydrate(client, written, null);
    client.resumePausedMutations();
  }

  void close() {
    stops.each(Task::run);
    stops.clear();
    client.clear();
  }

  // What it shows

  Seq<Object> shown(String query) {
    Object data = client.getQueryData(query.equals("list") ? LIST : DETAIL);
    return query.equals("list")
        ? env.values.isUndefined(data) ? new Seq<>() : Json.items(data)
        : env.values.isUndefined(data) ? new Seq<>() : Seq.of(data);
  }

  void refetch() {
    client.refetchQueries(null, null);
  }

  boolean hasPending() {
    return client.isMutating(null) > 0;
  }

  /** Every mutation of the change is known to the page still. */
  boolean knows(EditorsChange change) {
    Mutation mutation = change.mutation;
    return mutation != null && client.getMutationCache().has(mutation);
  }
}
