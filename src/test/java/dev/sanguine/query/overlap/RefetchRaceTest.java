package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/**
 * What lands while a change is in flight: a refetch, a poll, a focus, a push, a hydration. In query-core each of them
 * overwrites the change; here none makes it flicker.
 */
public class RefetchRaceTest extends EngineCase {
  private Screen screen;

  private void show(QueryOptions options) {
    cache("record", "{'title':'t0','by':'me'}");
    screen = watch(options);
  }

  private MutationOptions titleA() {
    return setField("A", "title", "A");
  }

  private MutationOptions titleAByAHelper() {
    return change("A", (intent, v) -> {
      intent.merge(key("record"), json("{'title':'A'}"));
      return undefined();
    });
  }

  private static final String KEPT = "{'title':'t0','by':'me'} | {'title':'A','by':'me'}";

  @Test
  public void aRefetchSentBefore_landsDuring_theChangeStays() {
    show(query("record"));
    settle();
    assertEquals(1, network.count("get record"));
    mutate(titleA());
    answer("get record", "{'title':'t0','by':'me'}");
    assertEquals(KEPT, screen.history());
    answer("A", "{}");
    answer("get record", "{'title':'A','by':'me'}");
    assertEquals(KEPT, screen.history());
  }

  @Test
  public void aRefetchSentDuring_andAnsweredWithoutTheChange_theChangeStays() {
    show(query("record").staleTime(1e9));
    mutate(titleA());
    settle();
    client.refetchQueries(key("record"), null);
    answer("get record", "{'title':'t0','by':'me'}");
    assertEquals(KEPT, screen.history());
  }

  @Test
  public void aRefetchWithSomebodyElsesChange_isFoldedUnderAHelperAtOnce() {
    show(query("record").staleTime(1e9));
    mutate(titleAByAHelper());
    settle();
    client.refetchQueries(key("record"), null);
    answer("get record", "{'title':'t0','by':'you'}");
    assertEquals("{'title':'A','by':'you'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0','by':'you'}", screen.now());
  }

  @Test
  public void aRefetchWithSomebodyElsesChange_underAFunctionThatFails_isTakenThen() {
    show(query("record").staleTime(1e9));
    mutate(titleA());
    settle();
    client.refetchQueries(key("record"), null);
    answer("get record", "{'title':'t0','by':'you'}");
    assertEquals("{'title':'A','by':'me'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0','by':'you'}", screen.now());
  }

  @Test
  public void aPoll_doesNotTouchTheChange() {
    show(query("record").staleTime(1e9).refetchInterval(1000));
    mutate(titleAByAHelper());
    world.advance(1000);
    answer("get record", "{'title':'t0','by':'me'}");
    world.advance(1000);
    answer("get record", "{'title':'t0','by':'me'}");
    assertEquals(KEPT, screen.history());
  }

  @Test
  public void aFocus_doesNotTouchTheChange() {
    client.mount();
    atEnd(client::unmount);
    show(query("record"));
    answer("get record", "{'title':'t0','by':'me'}");
    mutate(titleAByAHelper());
    settle();
    env.focus.setFocused(false);
    env.focus.setFocused(true);
    settle();
    answer("get record", "{'title':'t0','by':'me'}");
    assertEquals(KEPT, screen.history());
  }

  @Test
  public void aPush_isFoldedUnderTheChange() {
    show(query("record").staleTime(1e9));
    mutate(titleAByAHelper());
    client.setQueryData(key("record"), json("{'title':'t0','by':'pushed'}"), null);
    assertEquals("{'title':'A','by':'pushed'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0','by':'pushed'}", screen.now());
  }

  @Test
  public void aSettlesAndItsRefetchLands_whileBInFlight_bStays() {
    show(query("record").staleTime(1e9));
    mutate(setField("A", "title", "A")
        .onSettled((data, error, variables, onMutateResult, context) ->
            client.invalidateQueries(key("record"), null)));
    mutate(setField("B", "by", "B")
        .onSettled((data, error, variables, onMutateResult, context) ->
            client.invalidateQueries(key("record"), null)));
    answer("A", "{}");
    answer("get record", "{'title':'A','by':'me'}");
    assertEquals("{'title':'A','by':'B'}", screen.now());
    answer("B", "{}");
    answer("get record", "{'title':'A','by':'B'}");
    settle();
    assertEquals(
        "{'title':'t0','by':'me'} | {'title':'A','by':'me'} | {'title':'A','by':'B'}",
        screen.history());
    assertEquals("{'title':'A','by':'B'}", base("record"));
  }

  @Test
  public void twoAdds_withARefetchBetween_neverGoBack() {
    cache("list", "['s']");
    Screen list = watch(query("list").staleTime(1e9));
    mutate(append("A"));
    mutate(append("B"));
    answer("A", "{}");
    client.refetchQueries(key("list"), null);
    answer("get list", "['s','A']");
    assertEquals("['s','A','B']", list.now());
    answer("B", "{}");
    answer("get list", "['s','A','B']");
    assertEquals("['s'] | ['s','A'] | ['s','A','B']", list.history());
  }

  private MutationOptions append(String item) {
    return change(item, (intent, v) -> {
      intent.append(key("list"), item);
      return undefined();
    });
  }

  @Test
  public void aFetchThatFails_leavesTheChangeAndSaysTheError() {
    show(query("record").staleTime(1e9).retry(0));
    mutate(titleA());
    settle();
    client.refetchQueries(key("record"), null);
    fail("get record");
    assertEquals("{'title':'A','by':'me'}", screen.now());
    assertEquals("error", screen.result().status);
    assertEquals("get record failed", screen.result().error);
  }

  @Test
  public void aDetailsChange_isShownInTheListToo() {
    cache("list", "[{'id':1,'n':'x'}]");
    client.setQueryData(key("list", 1), json("{'id':1,'n':'x'}"), null);
    mutate(change("A", (intent, v) -> {
      intent.merge(QueryFilters.of(key("list")), json("{'id':1,'n':'X'}"));
      return undefined();
    }));
    assertEquals("[{'id':1,'n':'X'}]", view("list"));
    assertEquals("{'id':1,'n':'X'}", text(client.getQueryData(key("list", 1))));
  }
}
