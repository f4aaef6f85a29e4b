package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.callbacks.QueryDependent;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** What happens when the person comes back. */
public class FocusTest extends EngineCase {
  private void mounted() {
    client.mount();
    atEnd(() -> client.unmount());
  }

  private void comeBack() {
    env.focus.setFocused(false);
    env.focus.setFocused(true);
    settle();
  }

  private QueryOptions shown(String name) {
    return query(name).initialData(json("1")).staleTime(10);
  }

  @Test
  public void staleQueriesAreFetched_freshOnesAreNot() {
    mounted();
    watch(shown("stale"));
    watch(shown("fresh").staleTime(1e9));
    world.advance(20);
    comeBack();
    assertEquals(1, network.count("get stale"));
    assertEquals(0, network.count("get fresh"));
  }

  @Test
  public void always_false_aFunction_disabled_andStatic() {
    mounted();
    QueryOptions always = shown("always").staleTime(1e9);
    always.refetchOnWindowFocus = "always";
    watch(always);
    QueryOptions never = shown("never");
    never.refetchOnWindowFocus = false;
    watch(never);
    QueryOptions asked = shown("asked").staleTime(1e9);
    asked.refetchOnWindowFocus = (QueryDependent) query -> "always";
    watch(asked);
    watch(shown("off").enabled(false));
    QueryOptions fixed = shown("fixed");
    fixed.staleTime = "static";
    fixed.refetchOnWindowFocus = "always";
    watch(fixed);
    world.advance(20);
    comeBack();
    assertEquals(1, network.count("get always"));
    assertEquals(0, network.count("get never"));
    assertEquals(1, network.count("get asked"));
    assertEquals(0, network.count("get off"));
    assertEquals(0, network.count("get fixed"));
  }

  @Test
  public void aFetchUnderWay_isNotReplaced() {
    mounted();
    watch(shown("q"));
    world.advance(20);
    comeBack();
    comeBack();
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void twoObserversOfOneQuery_fetchOnce() {
    mounted();
    watch(shown("q"));
    watch(shown("q"));
    world.advance(20);
    comeBack();
    assertEquals(1, network.count("get q"));
  }

  @Test
  public void theManager_saysWhetherThereIsFocus() {
    Seq<Object> heard = new Seq<>();
    atEnd(env.focus.subscribe(focused -> heard.add(focused)));
    assertTrue(env.focus.isFocused());
    env.focus.setFocused(false);
    env.focus.setFocused(false);
    assertFalse(env.focus.isFocused());
    env.focus.setFocused(null);
    assertTrue(env.focus.isFocused());
    assertEquals(2, heard.size());
    assertEquals(false, heard.get(0));
    assertEquals(true, heard.get(1));
  }

  @Test
  public void anotherWayToHearOfFocus_takesTheFirstsPlace_andStopsWithTheLastListener() {
    Seq<String> log = new Seq<>();
    Task stop = () -> log.add("stop");
    env.focus.setEventListener(set -> {
      log.add("start");
      set.on(null);
      set.on(false);
      return stop;
    });
    assertFalse(env.focus.isFocused());
    Task unsubscribe = env.focus.subscribe(focused -> log.add("heard"));
    env.focus.onFocus();
    unsubscribe.run();
    assertEquals("start | heard | stop", join(log));
  }

  @Test
  public void pausedMutations_goOnBeforeQueriesAreFetched() {
    mounted();
    watch(shown("q"));
    world.advance(20);
    env.online.setOnline(false);
    mutate(MutationOptions.create().mutationFn((v, context) -> network.send("A", v)));
    settle();
    assertEquals(0, network.count("A"));
    env.online.setOnline(true);
    settle();
    assertEquals(1, network.count("A"));
    assertEquals(0, network.count("get q"));
    answer("A", "1");
    assertEquals(1, network.count("get q"));
  }
}
