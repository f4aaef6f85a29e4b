package dev.sanguine.testkit.editors;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.testkit.SeededRandom;
import dev.sanguine.testkit.VirtualEnvironment;

/**
 * Plays a random schedule of two editors, a server and a wire. After each step every page is judged: by what the server held,
 * by what each person had seen, and by what is listed.
 */
public final class EditorsSimulation {
  private static final int PAGES = 2;
  private static final int REST = 60;
  /** So often the engine sends a refused change again. */
  private static final int MOST = 3;

  private final SeededRandom random;
  private final int[] weights;
  private final VirtualEnvironment world = new VirtualEnvironment(7);
  private final EditorsSetting setting;
  private final EditorsServer server;
  private final Seq<EditorsPage> pages = new Seq<>();
  private final Seq<String> trace = new Seq<>();
  private int tokens;
  private String verdict;

  private EditorsSimulation(int seed, int[] weights) {
    random = new SeededRandom(seed);
    this.weights = weights;
    setting = new EditorsSetting(random);
    server = new EditorsServer(setting);
    for (int i = 0; i < PAGES; i++) {
      pages.add(new EditorsPage(i == 0 ? "p" : "q", world.environment(), setting));
    }
    world.runMicrotasks();
    pages.each(page -> page.requests.copy().each(request -> {
      server.see(request, false);
      answer(page, request);
    }));
  }

  /** Null if all went well, else what was wrong and how it came to that. Changes of weights: {@code BULK=20}. */
  public static String play(int seed, int steps, String... changes) {
    int[] weights = new int[EditorsWord.ALL.length];
    for (EditorsWord word : EditorsWord.ALL) {
      weights[word.ordinal()] = word.weight;
    }
    for (String change : changes) {
      int at = change.indexOf('=');
      weights[EditorsWord.valueOf(change.substring(0, at)).ordinal()] =
          Integer.parseInt(change.substring(at + 1));
    }
    EditorsSimulation simulation = new EditorsSimulation(seed, weights);
    String wrong = simulation.play(steps);
    return wrong == null ? null : "seed " + seed + ": " + wrong + "\n" + simulation.story();
  }

  /** The first seed up to that one which goes wrong, for an engine that is broken on purpose; null if there is none. */
  public static Integer firstFailure(int seeds, int steps, String... changes) {
    for (int seed = 1; seed <= seeds; seed++) {
      if (play(seed, steps, changes) != null) {
        return seed;
      }
    }
    return null;
  }

  private String story() {
    StringBuilder story = new StringBuilder();
    trace.each(line -> story.append(line).append('\n'));
    return story.toString();
  }

  private String play(int steps) {
    for (int i = 0; i < steps && verdict == null; i++) {
      step();
      world.advance(1);
      judge();
    }
    if (verdict == null) {
      bringToRest();
    }
    pages.each(EditorsPage::close);
    return verdict;
  }

  private EditorsWord word() {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int drawn = random.below(total);
    int at = 0;
    while (drawn >= weights[at]) {
      drawn -= weights[at++];
    }
    return EditorsWord.ALL[at];
  }

  private void say(EditorsPage page, EditorsWord word, String what) {
    trace.add((page == null ? "server" : page.name) + " " + word + " " + what);
  }

  private void step() {
    EditorsWord word = word();
    EditorsPage page = pages.get(random.below(PAGES));
    switch (word) {
      case PATCH:
      case PUT:
      case COUNT:
      case BULK:
        change(page, word);
        break;
      case LOCK:
        server.locked = random.below(EditorsServer.RECORDS + 1);
        say(null, word, "" + server.locked);
        break;
      case NETWORK:
        boolean online = !world.environment().online.isOnline();
        say(null, word, online ? "on" : "off");
        world.environment().online.setOnline(online);
        pages.each(each -> each.client.resumePausedMutations());
        break;
      case REFETCH:
        say(page, word, "");
        page.refetch();
        break;
      case RELOAD:
        say(page, word, "");
        page.reload();
        break;
      case GIVE_UP:
        giveUp(page);
        break;
      case RESOLVE:
      case LOOK_AT_FAILED:
        decide(page, word);
        break;
      default:
        talk(page, word);
    }
  }

  private void change(EditorsPage page, EditorsWord word) {
    String token = page.name + ++tokens;
    Seq<Object> shown = page.shown("list");
    if (shown.size() == 0) {
      return;
    }
    Object record = shown.get(random.below(3) > 0 ? 0 : random.below(shown.size()));
    Object id = Json.get(record, "id");
    boolean isUnsaved = page.changes.some(
        each -> (each.isPending || each.mutation == null) && each.ids.some(one -> one.equals(id)));
    if (word == EditorsWord.PUT && isUnsaved) {
      // A whole record would be sent with what is not saved yet, as if it had been.
      return;
    }
    Seq<String> fields = new Seq<>();
    fields.add(EditorsServer.FIELDS.get(random.below(3)));
    String more = EditorsServer.FIELDS.get(random.below(3));
    if (word == EditorsWord.PATCH && !fields.has(more)) {
      fields.add(more);
    }
    Seq<Object> ids =
        word == EditorsWord.BULK ? shown.map(each -> Json.get(each, "id")) : Seq.of(id);
    Object variables = Json.object("token", token, "kind", word.name());
    if (word == EditorsWord.COUNT) {
      variables = Json.with(variables, "id", id);
    } else if (word == EditorsWord.BULK) {
      variables = Json.with(variables, "ids", Json.arrayOf(ids));
      variables = Json.with(variables, "field", fields.get(0));
      variables = Json.with(variables, "value", token);
    } else {
      Object sent = word == EditorsWord.PUT ? record : Json.object("id", id);
      for (int i = 0; i < fields.size(); i++) {
        sent = Json.with(sent, fields.get(i), token);
      }
      variables = Json.with(variables, "record", sent);
    }
    say(page, word, Json.stringify(variables));
    page.start(new EditorsChange(token, word, variables, fields, ids));
  }

  private void giveUp(EditorsPage page) {
    EditorsChange change = page.changes.first(each -> each.isPending && page.knows(each));
    if (change != null) {
      say(page, EditorsWord.GIVE_UP, change.token);
      page.giveUp(change);
    }
  }

  private void decide(EditorsPage page, EditorsWord word) {
    boolean isConflict = word == EditorsWord.RESOLVE;
    Seq<IntentResult> entries = page.listed
        .getCurrentResult()
        .filter(each -> isConflict
            ? each.state.equals("conflict")
            : each.state.equals("failed") || each.state.equals("unknown"));
    if (entries.size() == 0) {
      return;
    }
    IntentResult entry = entries.get(random.below(entries.size()));
    EditorsChange change = page.changeOf(entry);
    boolean isAgain = random.below(3) > 0;
    say(page, word, Json.string(entry.variables, "token") + (isAgain ? " again" : " no more"));
    if (isAgain) {
      Object sent = isConflict ? entry.resolve.call("mine") : entry.retry.get();
      page.again(entry, sent);
    } else {
      if (change != null) {
        change.isDropped = true;
      }
      if (isConflict) {
        entry.resolve.call("theirs");
      } else {
        entry.discard.run();
      }
    }
  }

  private void talk(EditorsPage page, EditorsWord word) {
    Seq<EditorsRequest> unseen = page.requests.filter(each -> !each.isSeen);
    Seq<EditorsRequest> seen = page.requests.filter(each -> each.isSeen);
    if (word == EditorsWord.ARRIVE_LATE && page.late.size() > 0) {
      EditorsRequest late = page.late.removeAt(random.below(page.late.size()));
      say(null, word, late.change.token);
      server.see(late, false);
      // Whoever waits for it hears of it.
      page.requests.add(late);
    } else if (word == EditorsWord.LOSE && page.requests.size() > 0) {
      lose(page, page.requests.get(random.below(page.requests.size())));
    } else if (word == EditorsWord.ANSWER && seen.size() > 0) {
      answer(page, seen.get(random.below(seen.size())));
    } else if (unseen.size() > 0 && word != EditorsWord.ARRIVE_LATE && word != EditorsWord.ANSWER) {
      EditorsRequest request = unseen.get(random.below(unseen.size()));
      boolean refuses = word == EditorsWord.SERVER_REFUSES && request.change != null;
      server.see(request, refuses);
      say(
          null,
          word,
          page.name + " " + (request.change == null ? request.query : request.change.token)
              + (request.failed ? " refused" : ""));
    }
  }

  private void answer(EditorsPage page, EditorsRequest request) {
    page.requests.remove(request);
    say(page, EditorsWord.ANSWER, request.change == null ? request.query : request.change.token);
    request.arrive();
    world.runMicrotasks();
  }

  private void lose(EditorsPage page, EditorsRequest request) {
    page.requests.remove(request);
    say(page, EditorsWord.LOSE, request.change == null ? request.query : request.change.token);
    if (!request.isSeen && request.change != null) {
      page.late.add(request);
    }
    EditorsFault fault = new EditorsFault();
    fault.outcome = "unknown";
    request.reject.on(fault);
    world.runMicrotasks();
  }

  // What has to hold

  private void judge() {
    verdict = server.wrong;
    pages.each(EditorsPage::look);
    for (int i = 0; i < PAGES && verdict == null; i++) {
      EditorsPage page = pages.get(i);
      verdict = wrongView(page, "list");
      verdict = verdict == null ? wrongView(page, "detail") : verdict;
      verdict = verdict == null ? wrongList(page) : verdict;
      verdict = verdict == null ? wrongQuestion(page) : verdict;
    }
    if (verdict == null && world.reports().size() > 0) {
      verdict = "reports " + world.reports().get(0);
    }
    if (verdict == null && world.unhandled().size() > 0) {
      verdict = "leaves unhandled " + world.unhandled().get(0);
    }
  }

  private String wrongView(EditorsPage page, String query) {
    Seq<Object> shown = page.shown(query);
    for (int i = 0; i < shown.size(); i++) {
      Object record = shown.get(i);
      Object id = Json.get(record, "id");
      for (int k = 0; k < EditorsServer.FIELDS.size(); k++) {
        String field = EditorsServer.FIELDS.get(k);
        String value = Json.string(record, field);
        Seq<EditorsChange> own = page.changes.filter(change -> change.writes(id, field));
        EditorsChange pending = last(own.filter(change -> change.isPending && page.knows(change)));
        // A whole record that is being sent has what was shown in its other fields.
        boolean isOwn = own.some(change ->
                change.token.equals(value) && (change.isPending || change.mutation == null))
            || page.changes.some(change -> (change.isPending || change.mutation == null)
                && isIn(change.variables, field, value));
        if (pending != null
            && !isAtLeast(own, value, pending)
            && !isOfAWholeRecord(page, field, value, pending)) {
          return page.name + " shows '" + value + "' in " + field + " of " + EditorsServer.idOf(id)
              + " while " + pending.token + " is pending";
        }
        if (!isOwn && !server.held(id, field, value) && !isSentAgain(page, value)) {
          return page.name + " shows '" + value + "' in " + field + " of " + EditorsServer.idOf(id)
              + ", which the server never had";
        }
      }
    }
    return null;
  }

  /** What failed of a bulk change is sent again by a mutation of its own. */
  private static boolean isSentAgain(EditorsPage page, String value) {
    return page.listed
        .getCurrentResult()
        .some(entry -> value.equals(Json.string(entry.variables, "token"))
            && (entry.state.equals("queued") || entry.state.equals("sent")));
  }

  private static boolean isAtLeast(Seq<EditorsChange> own, String value, EditorsChange pending) {
    return own.some(change -> change.token.equals(value) && change.order >= pending.order);
  }

  /** A whole record that is sent again after that change shows what it has in every field. */
  private static boolean isOfAWholeRecord(
      EditorsPage page, String field, String value, EditorsChange pending) {
    return page.changes.some(change -> change.kind == EditorsWord.PUT
        && change.order > pending.order
        && (isIn(change.variables, field, value)
            || page.knows(change) && isIn(change.mutation.state.variables, field, value)));
  }

  private static boolean isIn(Object variables, String field, String value) {
    return value.equals(Json.string(Json.get(variables, "record"), field));
  }

  private static EditorsChange last(Seq<EditorsChange> changes) {
    EditorsChange last = null;
    for (int i = 0; i < changes.size(); i++) {
      last = last == null || changes.get(i).order > last.order ? changes.get(i) : last;
    }
    return last;
  }

  /** What failed is listed until a person has decided, or it is unknown and a fetch has told. */
  private String wrongList(EditorsPage page) {
    for (int i = 0; i < page.changes.size(); i++) {
      EditorsChange change = page.changes.get(i);
      boolean isOwed = change.hasFailed && !change.isDropped && change.taken == 0;
      boolean isListed = page.listed
          .getCurrentResult()
          .some(entry -> change.token.equals(Json.string(entry.variables, "token")));
      if (isOwed && page.knows(change) && !isListed && change.mutation.intent() != null) {
        return page.name + " drops " + change.token;
      }
    }
    return null;
  }

  /** A person is asked only if both have changed one field, or if the engine can't know, or has tried often enough. */
  private String wrongQuestion(EditorsPage page) {
    Seq<IntentResult> open =
        page.listed.getCurrentResult().filter(each -> each.state.equals("conflict"));
    for (int i = 0; i < open.size(); i++) {
      IntentResult entry = open.get(i);
      EditorsChange change = page.changeOf(entry);
      boolean mayAsk = change == null
          || change.kind == EditorsWord.BULK
          || change.refusals > MOST
          || Json.get(entry.theirs, "id") == null
          || Json.get(entry.base, "id") == null
          || Json.number(entry.theirs, "v") == Json.number(entry.base, "v");
      boolean clashes = EditorsServer.FIELDS.some(field -> {
        String base = Json.string(entry.base, field);
        String mine = Json.string(entry.mine, field);
        String theirs = Json.string(entry.theirs, field);
        return base != null
            && !base.equals(mine)
            && !base.equals(theirs)
            && theirs != null
            && !theirs.equals(mine);
      });
      if (!mayAsk && !clashes) {
        return page.name + " asks about " + change.token + " without need: "
            + Json.stringify(entry.base) + Json.stringify(entry.mine)
            + Json.stringify(entry.theirs);
      }
    }
    return null;
  }

  // The end

  private void bringToRest() {
    trace.add("rest");
    world.environment().online.setOnline(true);
    server.locked = 0;
    for (int i = 0; i < REST && verdict == null; i++) {
      pages.each(this::settle);
      world.advance(10);
      judge();
    }
    pages.each(page -> {
      page.refetch();
      world.runMicrotasks();
      settle(page);
      settle(page);
    });
    for (int i = 0; i < PAGES && verdict == null; i++) {
      verdict = wrongAtRest(pages.get(i));
    }
  }

  private void settle(EditorsPage page) {
    page.client.resumePausedMutations();
    world.runMicrotasks();
    while (page.late.size() > 0) {
      page.requests.add(page.late.removeAt(0));
    }
    page.requests.copy().each(request -> {
      if (!request.isSeen) {
        server.see(request, false);
      }
      answer(page, request);
    });
    page.listed.getCurrentResult().each(entry -> {
      EditorsChange change = page.changeOf(entry);
      boolean isOver = entry.state.equals("conflict")
          || entry.state.equals("failed")
          || entry.state.equals("unknown");
      if (isOver && change != null) {
        change.isDropped = true;
      }
      if (isOver) {
        entry.discard.run();
      }
    });
  }

  private String wrongAtRest(EditorsPage page) {
    if (page.hasPending()) {
      return page.name + " has changes pending for ever";
    }
    Seq<Object> shown = page.shown("list");
    for (int i = 0; i < shown.size(); i++) {
      Object record = server.record(EditorsServer.idOf(Json.get(shown.get(i), "id")));
      if (!Json.stringify(record).equals(Json.stringify(shown.get(i)))) {
        return page.name + " shows " + Json.stringify(shown.get(i))
            + " at rest, and the server has " + Json.stringify(record);
      }
    }
    EditorsChange lost = page.changes.first(change -> !change.isPending
        && !change.hasFailed
        && change.mutation != null
        && change.taken == 0
        && !change.isDropped);
    return lost == null ? null : page.name + " was told that " + lost.token + " is done";
  }
}
