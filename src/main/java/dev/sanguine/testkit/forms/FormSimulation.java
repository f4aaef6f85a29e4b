package dev.sanguine.testkit.forms;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.drafts.DraftObserver;
import dev.sanguine.query.drafts.FieldResult;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.testkit.SeededRandom;
import dev.sanguine.testkit.VirtualEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Plays a random schedule of people who type into forms, and says after each step what a form shows wrong. At the end
 * everything is answered and saved: then the server has what was typed.
 */
public final class FormSimulation {
  private static final int REST = 40;

  private final SeededRandom random;
  private final VirtualEnvironment world = new VirtualEnvironment(7);
  private final FormSetting setting;
  private final FormServer server;
  private final FormPage page;
  private final Seq<EditedRecord> records = new Seq<>();
  private final FormJudge judge;
  private final Seq<String> trace = new Seq<>();
  private final int[] weights;
  private int letters;

  private FormSimulation(int seed, int[] weights) {
    random = new SeededRandom(seed);
    this.weights = weights;
    setting = new FormSetting(random);
    server = new FormServer(setting.trims, setting.hasConflicts);
    page = new FormPage(world.environment(), setting);
    judge = new FormJudge(server, page, records);
    for (int id = 1; id <= 3; id++) {
      records.add(new EditedRecord((double) id, false));
    }
    world.runMicrotasks();
    if (setting.isLoaded) {
      answerAll();
    }
    page.open(records.get(0), setting.saysType);
    page.open(records.get(1), false);
  }

  /** Null if all went well, else what was wrong and how it came to that. Changes of weights: {@code SAVE=20}. */
  public static @Nullable String play(int seed, int steps, String... changes) {
    int[] weights = new int[FormWord.ALL.length];
    for (FormWord word : FormWord.ALL) {
      weights[word.ordinal()] = word.weight;
    }
    for (String change : changes) {
      int at = change.indexOf('=');
      weights[FormWord.valueOf(change.substring(0, at)).ordinal()] =
          Integer.parseInt(change.substring(at + 1));
    }
    FormSimulation simulation = new FormSimulation(seed, weights);
    String wrong = simulation.play(steps);
    return wrong == null ? null : "seed " + seed + ": " + wrong + "\n" + simulation.story();
  }

  /** The first seed up to that one which goes wrong, for an engine that is broken on purpose; null if there is none. */
  public static @Nullable Integer firstFailure(int seeds, int steps, String... changes) {
    for (int seed = 1; seed <= seeds; seed++) {
      if (play(seed, steps, changes) != null) {
        return seed;
      }
    }
    return null;
  }

  private String story() {
    StringBuilder story = new StringBuilder("setting: ").append(setting);
    trace.each(line -> story.append("\n  ").append(line));
    return story.toString();
  }

  private @Nullable String play(int steps) {
    for (int step = 0; step < steps && judge.verdict == null; step++) {
      act(word());
      after();
    }
    if (judge.verdict == null) {
      saveAll();
    }
    page.end();
    return judge.verdict;
  }

  private void after() {
    world.advance(0);
    judge.judge();
  }

  private FormWord word() {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int drawn = random.below(sum);
    int at = 0;
    while (drawn >= weights[at]) {
      drawn -= weights[at++];
    }
    return FormWord.ALL[at];
  }

  private void say(String what) {
    trace.add(what);
  }

  private <T> T anyOf(Seq<T> items) {
    return items.get(random.below(items.size()));
  }

  private TypedText anyText() {
    return anyOf(anyOf(records).texts);
  }

  // What happens

  private void act(FormWord word) {
    switch (word) {
      case TYPE:
        type(anyText());
        break;
      case ERASE:
        erase(anyText());
        break;
      case SAVE:
        save(anyOf(records), null);
        break;
      case SAVE_ONE:
        TypedText one = anyText();
        save(one.record, one.field);
        break;
      case DISCARD:
        discard(anyText());
        break;
      case FOCUS:
        focus(anyText());
        break;
      case MOUNT:
        mount(anyOf(records));
        break;
      case RESOLVE:
        records.each(record -> record.texts.each(this::resolve));
        break;
      case LOOK_AT_FAILED:
        lookAtFailed();
        break;
      case CANCEL:
        cancel();
        break;
      case CREATE:
        create();
        break;
      case TIME:
        say("time");
        world.advance(1000);
        break;
      default:
        actElsewhere(word);
        break;
    }
  }

  private void actElsewhere(FormWord word) {
    EditedRecord record = anyOf(records);
    String field = anyOf(FormServer.FIELDS);
    switch (word) {
      case OTHER_CHANGE:
        if (record.realId != null) {
          String text = "o" + letters++;
          say("elsewhere " + record.name + "." + field + " = " + text);
          page.changeElsewhere(record.realId, field, text);
        }
        break;
      case SOMEBODY_ELSE:
        if (record.realId != null) {
          String text = "e" + letters++;
          say("somebody else " + record.name + "." + field + " = " + text);
          server.change(record.realId, field, text);
        }
        break;
      case SORT:
        say("the server sorts");
        server.sort();
        break;
      case REFETCH:
        say("refetch");
        page.client.refetchQueries(null, null);
        break;
      case PUSH:
        say("push");
        page.client.setQueryData(FormPage.LIST, server.all(), null);
        page.client.setQueryData(FormPage.DETAIL, server.record(1.0), null);
        break;
      default:
        actOnTheWire(word);
        break;
    }
  }

  private void actOnTheWire(FormWord word) {
    Seq<FormRequest> unseen = page.requests.filter(request -> !request.isSeen);
    Seq<FormRequest> seen = page.requests.filter(request -> request.isSeen);
    boolean isLost = word == FormWord.LOSE;
    if (word == FormWord.SERVER_SEES || word == FormWord.SERVER_REFUSES) {
      if (unseen.size() > 0) {
        FormRequest request = anyOf(unseen);
        String blamed = random.chance(0.5) ? anyOf(FormServer.FIELDS) : null;
        boolean refuse = word == FormWord.SERVER_REFUSES;
        say("the server " + (refuse ? "refuses " : "sees ") + request
            + (refuse ? " " + blamed : ""));
        server.see(request, refuse, blamed);
      }
    } else if (isLost ? page.requests.size() > 0 : seen.size() > 0) {
      FormRequest request = anyOf(isLost ? page.requests : seen);
      say((isLost ? "lost: " : "answered: ") + request);
      if (isLost) {
        FormFault fault = new FormFault();
        fault.outcome = "unknown";
        request.failed = true;
        request.result = fault;
      }
      arrive(request);
    }
  }

  private void arrive(FormRequest request) {
    page.requests.remove(request);
    if (request.what.equals("create") && !request.failed) {
      records.each(record -> {
        if (record.realId == null) {
          record.realId = Json.get(request.result, "id");
        }
      });
    }
    request.arrive();
  }

  private void type(TypedText text) {
    DraftObserver form = page.formOf(text.record);
    String shown = FormJudge.shown(form, text.field);
    String letter = random.chance(0.2) ? letters++ + " " : letters++ + ".";
    text.type(shown.trim() + letter, shown);
    say("type " + text.name() + " = " + text.text);
    form.set(text.field, text.text);
  }

  private void erase(TypedText text) {
    DraftObserver form = page.formOf(text.record);
    String shown = FormJudge.shown(form, text.field);
    String next = random.chance(0.5) && shown.length() > 0
        ? shown.substring(0, shown.length() - 1)
        : text.isHis ? text.origin : shown;
    text.type(next, shown);
    say("erase " + text.name() + " = " + text.text);
    form.set(text.field, text.text);
  }

  private void save(EditedRecord record, @Nullable String field) {
    DraftObserver form = page.formOf(record);
    say("save " + record.name + (field == null ? "" : "." + field));
    record.texts.each(text -> {
      if (field == null || field.equals(text.field)) {
        text.saved.add(text.text);
      }
    });
    form.save(field);
  }

  private void discard(TypedText text) {
    say("discard " + text.name());
    text.discard();
    DraftObserver form = page.formOf(text.record);
    form.discard(text.field);
    if (text.isIn) {
      text.enter(FormJudge.shown(form, text.field));
    }
  }

  private void focus(TypedText text) {
    if (!page.isOpen(text.record)) {
      return;
    }
    DraftObserver form = page.formOf(text.record);
    say((text.isIn ? "leave " : "enter ") + text.name());
    if (text.isIn) {
      text.isIn = false;
      form.blur(text.field);
    } else {
      text.enter(FormJudge.shown(form, text.field));
      form.focus(text.field);
    }
  }

  private void mount(EditedRecord record) {
    FormPage.Open open = page.open.first(each -> each.record == record);
    if (open == null || random.chance(0.3) && setting.saysType) {
      say("open " + record.name);
      page.open(record, record == records.get(0) && random.chance(0.5) && setting.saysType);
    } else {
      say("close " + record.name);
      page.close(open);
      // The first that is open is the one that persons are in.
      record.texts.each(text -> text.isIn = false);
    }
  }

  private void resolve(TypedText text) {
    DraftObserver form = page.formOf(text.record);
    FieldResult field = form.field(text.field);
    boolean isAsked =
        field.state.equals("conflict") || !world.environment().values.isUndefined(field.theirs);
    if (isAsked) {
      boolean isMine = random.chance(0.6);
      say("resolve " + text.name() + " " + (isMine ? "mine" : "theirs"));
      if (!isMine) {
        text.drop();
        text.isIn = false;
        form.blur(text.field);
      } else {
        text.origin = field.theirs instanceof String ? (String) field.theirs : text.origin;
        text.saved.add(text.text);
      }
      // What was asked with it is sent, too.
      text.record.texts.each(other -> other.saved.add(other.text));
      form.resolve(text.field, isMine ? "mine" : "theirs");
    }
  }

  private void lookAtFailed() {
    Seq<IntentResult> failed = page.listed
        .getCurrentResult()
        .filter(each -> (each.state.equals("failed") || each.state.equals("unknown"))
            && !FormPage.NEW_ID.equals(Json.get(each.variables, "id")));
    if (failed.size() > 0) {
      IntentResult each = anyOf(failed);
      boolean isAgain = random.chance(0.6);
      say((isAgain ? "again: " : "forget: ") + Json.stringify(each.variables));
      if (isAgain) {
        each.retry.get();
      } else {
        each.discard.run();
      }
    }
  }

  private void cancel() {
    Seq<Mutation> pending = page.client
        .getMutationCache()
        .getAll()
        .filter(mutation -> mutation.state.status.equals("pending")
            && !FormPage.CREATION.equals(mutation.getMeta()));
    if (pending.size() > 0) {
      Mutation mutation = anyOf(pending);
      say("cancel " + Json.stringify(mutation.state.variables));
      mutation.cancel();
    }
  }

  private void create() {
    if (records.size() == 3) {
      say("create");
      EditedRecord made = new EditedRecord(FormPage.NEW_ID, true);
      records.add(made);
      page.create(made.id);
      page.open(made, false);
    }
  }

  // The end

  private void answerAll() {
    for (int i = 0; i < REST && page.requests.size() > 0; i++) {
      FormRequest request = page.requests.get(0);
      if (!request.isSeen) {
        server.see(request, false, null);
      }
      arrive(request);
      after();
    }
  }

  /** The network is well, and every person is done: what he typed is saved, and his is the last word. */
  private void saveAll() {
    say("the end");
    page.requests.each(request -> {
      if (!request.isSeen) {
        server.see(request, false, null);
      }
    });
    answerAll();
    world.advance(5000);
    records.each(record -> record.texts.each(text -> {
      text.isIn = false;
      page.formOf(record).blur(text.field);
    }));
    after();
    Seq<String> typed = new Seq<>();
    records.each(record -> record.texts.each(text -> typed.add(text.isHis ? text.text : "")));
    for (int i = 0; i < 6 && judge.verdict == null; i++) {
      records.each(this::decideAndSave);
      world.advance(0);
      answerAll();
      page.client.refetchQueries(null, null);
      world.advance(0);
      answerAll();
      after();
    }
    int[] at = {0};
    records.each(record -> record.texts.each(text -> judge.judgeTheEnd(text, typed.get(at[0]++))));
    if (page.requests.size() > 0 || page.client.isMutating(null) > 0) {
      judge.wrong("something is under way for ever");
    }
  }

  private void decideAndSave(EditedRecord record) {
    DraftObserver form = page.formOf(record);
    record.texts.each(text -> {
      text.saved.add(text.text);
      FieldResult field = form.field(text.field);
      if (field.state.equals("conflict")) {
        form.resolve(text.field, "mine");
      }
    });
    form.save(null);
    record.texts.each(judge::follow);
  }
}
