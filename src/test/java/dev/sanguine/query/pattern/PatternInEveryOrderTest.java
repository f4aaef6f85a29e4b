package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import org.junit.Test;

/**
 * Three and four mutations in the documented pattern, written as functions, as values and as both, end in every order, each
 * of them in success or failure. After each end the query shows what those that have not failed make of the first value.
 */
public class PatternInEveryOrderTest extends PatternCase {
  /** How a change is written. */
  private enum Spelling {
    /** A function of the value that is there. */
    FUNCTION,
    /** A value that was made of the snapshot. */
    VALUE,
    /** A function that does not look at what it is given: its value was made of the snapshot. */
    DEAF_FUNCTION,
    /** The option optimistic. */
    OPTIMISTIC
  }

  private static final Object KEY = QueryKey.of("value");
  private static final String RECORD = "{'id':1,'a':0,'b':0,'c':0}";
  private static final String LIST = "[{'id':1},{'id':2,'n':0},{'id':3}]";
  private final Seq<Spelling> byFunction = Seq.of(Spelling.FUNCTION);
  private final Seq<Spelling> byHand =
      Seq.of(Spelling.FUNCTION, Spelling.VALUE, Spelling.DEAF_FUNCTION);
  private final Seq<Spelling> all = Seq.of(Spelling.values());

  // Playing all runs

  /** The runs in which something else was shown, with what; empty if there are none. */
  private String wrong(Seq<Spelling> spellings, String first, Updater... changes) {
    Seq<String> wrong = new Seq<>();
    Seq<Seq<Integer>> orders = orders(changes.length);
    Seq<Seq<Spelling>> spelled = choices(spellings, changes.length);
    spelled.each(spelling -> orders.each(order -> {
      for (int failing = 0; failing < 1 << changes.length; failing++) {
        play(spelling, order, failing, first, changes, wrong);
      }
    }));
    return wrong.size() == 0 ? "" : wrong.size() + " wrong: " + wrong.get(0);
  }

  private void play(
      Seq<Spelling> spelling,
      Seq<Integer> order,
      int failing,
      String first,
      Updater[] changes,
      Seq<String> wrong) {
    client.clear();
    client.setQueryData(KEY, json(first), null);
    settle();
    for (int i = 0; i < changes.length; i++) {
      start(written("M" + i, spelling.get(i), changes[i]));
    }
    int failed = 0;
    for (int at = 0; at < order.size(); at++) {
      int ending = order.get(at);
      failed |= failing & 1 << ending;
      if ((failing & 1 << ending) != 0) {
        fail("M" + ending);
      } else {
        answer("M" + ending, "'ok'");
      }
      String expected = text(made(first, changes, failed));
      String shown = text(client.getQueryData(KEY));
      if (!shown.equals(expected)) {
        wrong.add(spelling + " in the order " + order + ", failing " + failing + ", after "
            + (at + 1) + ": " + shown + " for " + expected);
      }
    }
  }

  /** What the changes that have not failed make of the value. */
  private Object made(String first, Updater[] changes, int failed) {
    Object value = json(first);
    for (int i = 0; i < changes.length; i++) {
      value = (failed & 1 << i) != 0 ? value : changes[i].update(value);
    }
    return value;
  }

  private MutationOptions written(String name, Spelling spelling, Updater change) {
    if (spelling == Spelling.OPTIMISTIC) {
      return change(name, (intent, variables) -> {
        intent.update(KEY, change);
        return undefined();
      });
    }
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(QueryFilters.of(KEY), null)
            .then(
                done -> {
                  Object previous = client.getQueryData(KEY);
                  client.setQueryData(KEY, written(spelling, change, previous), null);
                  return Seq.of(previous);
                },
                null))
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(KEY, snapshot(onMutateResult), null));
  }

  private static Object written(Spelling spelling, Updater change, Object previous) {
    if (spelling == Spelling.FUNCTION) {
      return change;
    }
    Object made = change.update(previous);
    return spelling == Spelling.VALUE ? made : (Updater) old -> made;
  }

  /** Every order of so many. */
  private static Seq<Seq<Integer>> orders(int count) {
    if (count == 0) {
      return Seq.of(new Seq<>());
    }
    Seq<Seq<Integer>> orders = new Seq<>();
    orders(count - 1).each(shorter -> {
      for (int at = 0; at < count; at++) {
        Seq<Integer> order = shorter.copy();
        order.insert(at, count - 1);
        orders.add(order);
      }
    });
    return orders;
  }

  /** Every way to choose one for each of so many. */
  private static Seq<Seq<Spelling>> choices(Seq<Spelling> spellings, int count) {
    if (count == 0) {
      return Seq.of(new Seq<>());
    }
    Seq<Seq<Spelling>> choices = new Seq<>();
    choices(spellings, count - 1)
        .each(shorter -> spellings.each(spelling -> {
          Seq<Spelling> choice = shorter.copy();
          choice.add(spelling);
          choices.add(choice);
        }));
    return choices;
  }

  // Records

  @Test
  public void threeFields() {
    assertEquals("", wrong(all, RECORD, set("a", "A"), set("b", "B"), set("c", "C")));
  }

  @Test
  public void fourFields_ofANestedRecord() {
    assertEquals(
        "",
        wrong(
            Seq.of(Spelling.VALUE),
            "{'in':{'a':0,'b':0,'c':0,'d':0}}",
            inside(set("a", "A")),
            inside(set("b", "B")),
            inside(set("c", "C")),
            inside(set("d", "D"))));
  }

  private static Updater inside(Updater updater) {
    return old -> set("in", updater.update(Json.get(old, "in"))).update(old);
  }

  @Test
  public void theSameField() {
    assertEquals("", wrong(byHand, RECORD, set("a", "A"), set("a", "B"), set("a", "C")));
  }

  @Test
  public void theSameValue_inTheSameField() {
    assertEquals("", wrong(byFunction, RECORD, set("a", 1.0), set("a", 1.0), set("a", 1.0)));
  }

  @Test
  public void overlappingFields() {
    assertEquals(
        "",
        wrong(
            byHand,
            RECORD,
            fields("{'a':'A','b':'A'}"),
            fields("{'b':'B','c':'B'}"),
            fields("{'c':'C','a':'C'}")));
  }

  @Test
  public void aFieldThatWasNotThere() {
    assertEquals("", wrong(byHand, "{'id':1}", set("a", "A"), set("a", "B"), set("b", "C")));
  }

  @Test
  public void counters() {
    assertEquals("", wrong(byFunction, RECORD, add("a", 1), add("a", 10), add("a", 100)));
  }

  @Test
  public void counters_andFieldsBesideThem() {
    assertEquals("", wrong(byFunction, RECORD, add("a", 1), fields("{'b':'B'}"), old -> add("a", 10)
        .update(set("b", "C").update(old))));
  }

  @Test
  public void switches() {
    assertEquals("", wrong(byFunction, "{'on':false}", toggle("on"), toggle("on"), toggle("on")));
  }

  @Test
  public void aSwitchAndItsCount() {
    Updater like = old -> add("likes", 1).update(set("liked", true).update(old));
    Updater unlike = old -> add("likes", -1).update(set("liked", false).update(old));
    assertEquals("", wrong(byFunction, "{'liked':false,'likes':7}", like, unlike, like));
  }

  // Lists

  @Test
  public void aList_editedAddedToAndTakenFrom() {
    assertEquals("", wrong(byHand, LIST, each(2, set("n", 1.0)), append("{'id':4}"), without(1)));
  }

  @Test
  public void aList_mixedWithIntents() {
    assertEquals("", wrong(all, LIST, each(2, set("n", 1.0)), append("{'id':4}"), without(1)));
  }

  @Test
  public void threeAppended() {
    assertEquals(
        "", wrong(byHand, LIST, append("{'id':4}"), append("{'id':5}"), append("{'id':6}")));
  }

  @Test
  public void threeAppended_toAnEmptyList() {
    assertEquals(
        "", wrong(byHand, "[]", append("{'id':4}"), append("{'id':5}"), append("{'id':6}")));
  }

  @Test
  public void threePrepended() {
    assertEquals(
        "", wrong(byHand, LIST, prepend("{'id':4}"), prepend("{'id':5}"), prepend("{'id':6}")));
  }

  @Test
  public void prependedAndAppended() {
    assertEquals(
        "", wrong(byHand, LIST, append("{'id':4}"), prepend("{'id':5}"), append("{'id':6}")));
  }

  @Test
  public void threeTakenOut() {
    assertEquals("", wrong(byHand, LIST, without(1), without(2), without(3)));
  }

  @Test
  public void oneRecord_addedEditedAndTakenOut() {
    assertEquals("", wrong(byHand, LIST, append("{'id':4}"), each(4, set("n", 1.0)), without(4)));
  }

  @Test
  public void oneRecord_editedTakenOutAndAnotherEdited() {
    assertEquals(
        "", wrong(byHand, LIST, each(2, set("n", 1.0)), without(2), each(3, set("n", 1.0))));
  }

  @Test
  public void fourChanges_ofAList() {
    assertEquals(
        "",
        wrong(
            byFunction,
            LIST,
            each(1, set("n", 1.0)),
            append("{'id':4}"),
            without(3),
            each(1, set("m", 1.0))));
  }

  @Test
  public void namesInAList() {
    assertEquals("", wrong(byHand, "['x']", append("'a'"), append("'b'"), append("'c'")));
  }

  // What is neither

  @Test
  public void aNumber() {
    assertEquals(
        "", wrong(byFunction, "1", n -> (Double) n + 1, n -> (Double) n * 10, n -> (Double) n + 3));
  }

  @Test
  public void aText() {
    assertEquals("", wrong(byFunction, "'t'", t -> t + "a", t -> t + "b", t -> t + "c"));
  }

  @Test
  public void aTextThatIsReplaced() {
    assertEquals("", wrong(byHand, "'t'", t -> "a", t -> "b", t -> "c"));
  }

  @Test
  public void pages() {
    assertEquals(
        "",
        wrong(
            byHand,
            "{'pages':[[{'id':1},{'id':2}],[{'id':3}]],'pageParams':[1,2]}",
            page(0, prepend("{'id':9}")),
            page(0, without(2)),
            page(1, each(3, set("n", 1.0)))));
  }

  private static Updater page(int at, Updater updater) {
    return old -> {
      Seq<Object> pages = Json.list(old, "pages");
      pages.set(at, updater.update(pages.get(at)));
      return set("pages", Json.arrayOf(pages)).update(old);
    };
  }
}
