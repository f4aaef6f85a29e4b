package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.callbacks.Placeholder;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/** The documented pattern beside intents, for numbers, texts and lists too; and placeholders, which no change makes. */
public class PlainPatternsTest extends LawCase {
  @Before
  public void aNumberATextAndAList() {
    client.setQueryData(key("n"), 10.0, null);
    client.setQueryData(key("t"), "a", null);
    cache("list", "[{'id':1}]");
  }

  private MutationOptions addOne(String name) {
    return with(name, "n", (intent, key) -> intent.update(key, n -> (Double) n + 1));
  }

  /** As the guide writes it: take down what is shown, write, and put back what was taken down if it fails. */
  private MutationOptions pattern(String name, String cached, Updater updater) {
    return plain(name)
        .onMutate((variables, context) -> {
          Object previous = client.getQueryData(key(cached));
          client.setQueryData(key(cached), updater, null);
          return previous;
        })
        .onError((error, variables, onMutateResult, context) ->
            client.setQueryData(key(cached), onMutateResult, null));
  }

  private MutationOptions addHundred(String name) {
    return pattern(name, "n", n -> (Double) n + 100);
  }

  private MutationOptions addText(String name, String text) {
    return with(name, "t", (intent, key) -> intent.update(key, old -> old + text));
  }

  // Numbers

  @Test
  public void aNumber_thePatternFails_theChangeStays_andFailsAfterwards() {
    mutate(addOne("A"));
    mutate(addHundred("P"));
    settle();
    assertEquals("111", view("n"));
    fail("P");
    assertEquals("11", view("n"));
    fail("A");
    assertEquals("10", view("n"));
  }

  @Test
  public void aNumber_theChangeIsConfirmedFirst_thePatternKeepsIt() {
    mutate(addOne("A"));
    mutate(addHundred("P"));
    settle();
    answer("A", "'ok'");
    assertEquals("111", view("n"));
    fail("P");
    assertEquals("11", view("n"));
  }

  @Test
  public void aNumber_bothSucceed() {
    mutate(addOne("A"));
    mutate(addHundred("P"));
    settle();
    answer("P", "'ok'");
    answer("A", "'ok'");
    assertEquals("111", view("n"));
  }

  @Test
  public void aNumber_aChangeThatComesAfterThePattern_staysWhenThatFails() {
    mutate(addHundred("P"));
    mutate(addOne("A"));
    settle();
    assertEquals("111", view("n"));
    fail("P");
    assertEquals("11", view("n"));
    fail("A");
    assertEquals("10", view("n"));
  }

  @Test
  public void aNumber_whenNothingIsUnderWay_isJustANumber() {
    mutate(addOne("A"));
    settle();
    assertEquals("11", view("n"));
    fail("A");
    client.setQueryData(key("n"), 11.0, null);
    assertEquals("11", view("n"));
    assertEquals("11", base("n"));
  }

  @Test
  public void aNumber_ofAnotherQuery_isJustANumber() {
    client.setQueryData(key("m"), 0.0, null);
    mutate(addOne("A"));
    mutate(with("B", "m", (intent, key) -> intent.update(key, n -> (Double) n + 5)));
    settle();
    client.setQueryData(key("m"), 11.0, null);
    assertEquals("16", view("m"));
    fail("B");
    assertEquals("11", view("m"));
  }

  @Test
  public void aNumber_putBackByHand_meansTheOneUnderTheChange() {
    mutate(addOne("A"));
    settle();
    Object before = client.getQueryData(key("n"));
    client.setQueryData(key("n"), (Updater) n -> (Double) n + 100, null);
    assertEquals("111", view("n"));
    client.setQueryData(key("n"), before, null);
    assertEquals("11", view("n"));
    fail("A");
    assertEquals("10", view("n"));
  }

  // Texts and truth values

  @Test
  public void aText_thePatternFails_andTheChangeAfterwards() {
    mutate(addText("A", "b"));
    mutate(pattern("P", "t", t -> t + "!"));
    settle();
    assertEquals("'a!b'", view("t"));
    fail("P");
    assertEquals("'ab'", view("t"));
    fail("A");
    assertEquals("'a'", view("t"));
  }

  @Test
  public void aTruthValue_thePatternFails_andTheChangeAfterwards() {
    client.setQueryData(key("b"), false, null);
    mutate(with("A", "b", (intent, key) -> intent.set(key, true)));
    mutate(pattern("P", "b", b -> true));
    settle();
    fail("P");
    assertEquals("true", view("b"));
    fail("A");
    assertEquals("false", view("b"));
  }

  // Lists and records

  @Test
  public void aList_theChangeFailsFirst() {
    mutate(append("A", "list", "{'id':2}"));
    mutate(pattern("P", "list", old -> {
      Seq<Object> items = env.values.items(old);
      items.add(json("{'id':3}"));
      return env.values.listOf(items);
    }));
    settle();
    assertEquals("[{'id':1},{'id':3},{'id':2}]", view("list"));
    fail("A");
    assertEquals("[{'id':1},{'id':3}]", view("list"));
    fail("P");
    assertEquals("[{'id':1}]", view("list"));
  }

  @Test
  public void aList_ofARecordThatIsBeingMade_isRestoredUnderItsRealId() {
    mutate(create("A", "list"), json("{'id':'t'}"));
    mutate(pattern("P", "list", old -> json("[]")));
    settle();
    answer("A", "{'id':2}");
    fail("P");
    assertEquals("[{'id':1},{'id':2}]", view("list"));
  }

  @Test
  public void thePatternOfAnotherClient_restoresItsOwn() {
    QueryClient other = newClient();
    other.setQueryData(key("n"), 10.0, null);
    mutate(addOne("A"));
    settle();
    other.setQueryData(key("n"), 11.0, null);
    assertEquals("11", text(other.getQueryData(key("n"))));
    fail("A");
    assertEquals("11", text(other.getQueryData(key("n"))));
    assertEquals("10", view("n"));
  }

  // Placeholders

  private QueryOptions page(String name) {
    return QueryOptions.of(key("page", name))
        .queryFn(context -> network.send("get " + name, null))
        .staleTime(1e12);
  }

  private QueryOptions keepingWhatWasThere(String name) {
    return page(name).placeholderData((Placeholder) (data, query) -> data);
  }

  private Screen firstPage() {
    client.setQueryData(key("page", "1"), json("{'id':1,'t':'t0'}"), null);
    return watch(keepingWhatWasThere("1"));
  }

  private void edit() {
    mutate(change("A", (intent, variables) -> {
      intent.merge(key("page", "1"), json("{'t':'A'}"));
      return undefined();
    }));
    settle();
  }

  @Test
  public void aPlaceholder_ofThePageBefore_isWhatIsConfirmedOfIt() {
    Screen screen = firstPage();
    edit();
    assertEquals("{'id':1,'t':'A'}", screen.now());
    screen.observer.setOptions(keepingWhatWasThere("2"));
    assertEquals("{'id':1,'t':'t0'}", screen.now());
    assertEquals(true, screen.result().isPlaceholderData);
    fail("A");
    assertEquals("{'id':1,'t':'t0'}", screen.now());
    answer("get 2", "{'id':2}");
    assertEquals("{'id':2}", screen.now());
  }

  @Test
  public void aPlaceholder_afterTheChangeFailed_isWhatIsConfirmed() {
    Screen screen = firstPage();
    edit();
    fail("A");
    screen.observer.setOptions(keepingWhatWasThere("2"));
    assertEquals("{'id':1,'t':'t0'}", screen.now());
  }

  @Test
  public void aPlaceholder_ofAPageThatOnlyAChangeMade_isNone() {
    mutate(change("A", (intent, variables) -> {
      intent.set(key("page", "1"), json("{'id':1,'t':'A'}"));
      return undefined();
    }));
    Screen screen = watch(keepingWhatWasThere("1"));
    assertEquals("{'id':1,'t':'A'}", screen.now());
    screen.observer.setOptions(keepingWhatWasThere("2"));
    assertEquals("absent", screen.now());
    fail("A");
    assertEquals("absent", screen.now());
  }

  @Test
  public void aPlaceholder_isNotChangedByChanges() {
    Screen screen = firstPage();
    screen.observer.setOptions(keepingWhatWasThere("2"));
    mutate(change("A", (intent, variables) -> {
      intent.merge(prefix("page"), json("{'id':1,'t':'A'}"));
      return undefined();
    }));
    settle();
    assertEquals("{'id':1,'t':'t0'}", screen.now());
    assertEquals(true, screen.result().isPlaceholderData);
  }

  @Test
  public void aPlaceholder_throughSelect_isWhatIsConfirmed() {
    client.setQueryData(key("page", "1"), json("{'id':1,'t':'t0'}"), null);
    Screen screen = watch(keepingWhatWasThere("1").select(data -> Json.get(data, "t")));
    edit();
    assertEquals("'A'", screen.now());
    screen.observer.setOptions(keepingWhatWasThere("2").select(data -> Json.get(data, "t")));
    assertEquals("'t0'", screen.now());
  }

  @Test
  public void aPlaceholderThatStays_overSeveralPages_isWhatIsConfirmed() {
    Screen screen = firstPage();
    edit();
    screen.observer.setOptions(keepingWhatWasThere("2"));
    screen.observer.setOptions(keepingWhatWasThere("3"));
    assertEquals("{'id':1,'t':'t0'}", screen.now());
    fail("A");
    assertEquals("{'id':1,'t':'t0'}", screen.now());
  }
}
