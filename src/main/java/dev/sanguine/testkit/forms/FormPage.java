package dev.sanguine.testkit.forms;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.Feature;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.Versions;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.drafts.DraftObserver;
import dev.sanguine.query.drafts.DraftOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.query.pacing.Pacer;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.records.RecordsFeature;
import dev.sanguine.records.RecordHelpers;
import dev.sanguine.testkit.ScriptedPage;

/** The page: a list, a detail of the first record, and the forms that are open. */
final class FormPage {
  static final Object LIST = QueryKey.of("list");
  static final Object DETAIL = QueryKey.of("detail");
  static final String TYPE = "order";
  static final String NEW_ID = "new-1";
  /** What the mutation that makes a record says of itself. */
  static final String CREATION = "creation";

  /** A form that is open. */
  static final class Open {
    final EditedRecord record;
    final DraftObserver form;
    final Task close;

    Open(EditedRecord record, DraftObserver form, Task close) {
      this.record = record;
      this.form = form;
      this.close = close;
    }
  }

  final QueryClient client;
  final IntentsObserver listed;
  final Seq<FormRequest> requests = new Seq<>();
  final Seq<Open> open = new Seq<>();
  private final Environment env;
  private final FormSetting setting;
  private final Seq<Task> stops = new Seq<>();

  FormPage(Environment env, FormSetting setting) {
    this.env = env;
    this.setting = setting;
    Seq<Feature> features = new Seq<>();
    if (setting.hasRecords) {
      features.add(RecordsFeature::records);
    }
    if (setting.hasPacing) {
      features.add(Pacer.pacingOn(new ScriptedPage()));
    }
    if (setting.hasConflicts) {
      features.add(ConflictsFeature::conflicts);
    }
    QueryClientConfig config = new QueryClientConfig().environment(env);
    config.features = features;
    client = new QueryClient(config);
    listed = new IntentsObserver(client, env.values.undefined());
    stops.add(listed.subscribe((Listener<Object>) intents -> {}));
    stops.add(observe(LIST, "list"));
    stops.add(observe(DETAIL, "detail"));
  }

  private Task observe(Object key, String what) {
    RecordsOption records = new RecordsOption();
    records.of = TYPE;
    QueryOptions options = QueryOptions.of(key)
        .queryFn(context -> send(what, null, null, null))
        .staleTime(1e9)
        .networkMode("always")
        .retry(0);
    options.records = records;
    options.version = setting.hasConflicts ? Versions.by("v") : null;
    client.setQueryDefaults(key, options);
    return new QueryObserver(client, options).subscribe((Listener<Object>) result -> {});
  }

  Thenable<Object> send(String what, Object variables, Object version, String key) {
    return env.deferreds.create((resolve, reject) ->
        requests.add(new FormRequest(what, variables, version, key, resolve, reject)));
  }

  // Forms

  DraftOptions options(EditedRecord record, boolean byDetail) {
    DraftOptions options = DraftOptions.of(byDetail ? DETAIL : LIST)
        .mutation(MutationOptions.create()
            .mutationFn((variables, context) -> send(
                "save",
                variables,
                setting.hasConflicts ? context.version() : null,
                context.idempotencyKey))
            .retry(0)
            .networkMode("always"));
    return setting.saysType ? options.record(TYPE, record.id) : options.id(record.id);
  }

  /** A form of the record as it is now: one that is open, or one that is opened for a look. */
  DraftObserver formOf(EditedRecord record) {
    Open found = open.first(each -> each.record == record);
    return found != null ? found.form : new DraftObserver(client, options(record, false));
  }

  void open(EditedRecord record, boolean byDetail) {
    DraftObserver form = new DraftObserver(client, options(record, byDetail));
    open.add(new Open(record, form, form.subscribe((Listener<Object>) result -> {})));
  }

  void close(Open form) {
    open.remove(form);
    form.close.run();
  }

  boolean isOpen(EditedRecord record) {
    return open.some(each -> each.record == record);
  }

  // Other changes

  void changeElsewhere(Object id, String field, String text) {
    Object fields = Json.object("id", id, field, text);
    MutationOptions options = MutationOptions.create()
        .mutationFn((variables, context) -> send("other", variables, null, null))
        .retry(0)
        .networkMode("always")
        .scope("other " + FormServer.text(id))
        .optimistic((intent, variables) -> {
          intent.merge(LIST, variables);
          intent.merge(DETAIL, variables);
        });
    client.mutate(options, fields).done(null, error -> {});
  }

  void create(Object id) {
    MutationOptions options = MutationOptions.create()
        .mutationFn((variables, context) -> send("create", variables, null, null))
        .retry(0)
        .networkMode("always")
        .optimistic((intent, variables) -> {
          TemporaryIds.temporary(intent, id, null);
          if (setting.hasRecords) {
            intent.add(TYPE, variables);
          } else {
            intent.append(LIST, variables);
          }
        });
    options.meta = CREATION;
    client
        .mutate(options, Json.object("id", id, "title", "t0", "status", "s0"))
        .done(null, error -> {});
  }

  // What is shown

  /** The record in what the list and the detail show, or in what lies under that; null of each that lacks it. */
  Seq<Object> shown(EditedRecord record, boolean isBase) {
    return Seq.of(LIST, DETAIL).map(key -> {
      Query query = client.find(key);
      Object data = isBase ? query.confirmed().data : query.current().data;
      RecordHelpers helpers = new RecordHelpers(env.values, query.shape());
      Object id = record.realId != null ? record.realId : record.id;
      Seq<Object> found = env.values.isUndefined(data) ? new Seq<>() : helpers.find(data, id);
      return found.size() > 0 ? found.get(0) : null;
    });
  }

  void end() {
    open.copy().each(this::close);
    stops.each(Task::run);
    client.clear();
  }
}
