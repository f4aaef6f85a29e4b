package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.options.MutateOptions;
import dev.sanguine.query.options.MutationCacheConfig;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.MutationContext;
import org.junit.Test;

/** A mutation's callbacks: their order, what they are given, that each is awaited, and what their failures do. */
public class MutationCallbacksTest extends EngineCase {
  private final Seq<String> log = new Seq<>();

  private Object note(String name, Object... given) {
    StringBuilder line = new StringBuilder(name);
    for (Object each : given) {
      line.append(' ').append(each == null ? "-" : each);
    }
    log.add(line.toString());
    return undefined();
  }

  private MutationOptions noted() {
    return MutationOptions.create()
        .mutationFn((v, context) -> {
          log.add("send " + v);
          return network.send("A", v);
        })
        .onMutate((variables, context) -> {
          log.add("onMutate " + variables);
          return "ctx";
        })
        .onSuccess((data, variables, onMutateResult, context) ->
            note("onSuccess", data, variables, onMutateResult))
        .onError((error, variables, onMutateResult, context) ->
            note("onError", error, variables, onMutateResult))
        .onSettled((data, error, variables, onMutateResult, context) ->
            note("onSettled", data, error, variables, onMutateResult));
  }

  private void noteTheCaches() {
    MutationCacheConfig config = new MutationCacheConfig();
    config.onMutate = (variables, mutation, context) -> note("cache.onMutate", variables);
    config.onSuccess = (data, variables, onMutateResult, mutation, context) ->
        note("cache.onSuccess", data, variables, onMutateResult);
    config.onError = (error, variables, onMutateResult, mutation, context) ->
        note("cache.onError", error, variables, onMutateResult);
    config.onSettled = (data, error, variables, onMutateResult, mutation, context) ->
        note("cache.onSettled", data, error, variables, onMutateResult);
    client.getMutationCache().config = config;
  }

  @Test
  public void success_inThisOrder() {
    noteTheCaches();
    mutate(noted(), "v");
    settle();
    network.pending("A").answer("data");
    settle();
    assertEquals(
        "cache.onMutate v | onMutate v | send v | cache.onSuccess data v ctx | onSuccess data v ctx"
            + " | cache.onSettled data - v ctx | onSettled data - v ctx",
        join(log));
    assertEquals("success", client.getMutationCache().getAll().get(0).state.status);
  }

  @Test
  public void failure_inThisOrder() {
    noteTheCaches();
    Outcome outcome = mutate(noted(), "v");
    fail("A");
    assertEquals(
        "cache.onMutate v | onMutate v | send v | cache.onError A failed v ctx | onError A failed"
            + " v ctx | cache.onSettled - A failed v ctx | onSettled - A failed v ctx",
        join(log));
    assertEquals("failed: A failed", outcome.toString());
  }

  @Test
  public void eachIsAwaited_beforeTheStateChanges() {
    Outcome outcome = mutate(
        noted().onSuccess((data, variables, onMutateResult, context) -> network.send("slow", null)),
        "v");
    answer("A", "1");
    assertEquals("pending", client.getMutationCache().getAll().get(0).state.status);
    assertEquals(true, outcome.isPending());
    answer("slow", "1");
    assertEquals("done: 1", outcome.toString());
  }

  @Test
  public void onMutateIsAwaited_beforeTheRequest_andItsResultIsTheContext() {
    mutate(noted().onMutate((variables, context) -> network.send("prepare", null)), "v");
    settle();
    assertEquals(0, network.count("A"));
    answer("prepare", "'ready'");
    assertEquals(1, network.count("A"));
    assertEquals("ready", client.getMutationCache().getAll().get(0).state.context);
  }

  @Test
  public void onMutateThatFails_isTheMutationsFailure() {
    Outcome outcome = mutate(
        noted().onMutate((variables, context) -> {
          throw thrown("no");
        }),
        "v");
    settle();
    assertEquals("failed: no", outcome.toString());
    assertEquals("onError no v - | onSettled - no v -", join(log));
  }

  @Test
  public void onSuccessThatFails_makesAFailureOfIt() {
    Outcome outcome = mutate(
        noted()
            .onSuccess((data, variables, onMutateResult, context) -> env.deferreds.reject("late")),
        "v");
    answer("A", "1");
    assertEquals("failed: late", outcome.toString());
    assertEquals("error", client.getMutationCache().getAll().get(0).state.status);
  }

  @Test
  public void whatFailsAfterAFailure_isReportedAndStopsNothing() {
    noteTheCaches();
    client.getMutationCache().config.onError =
        (error, variables, onMutateResult, mutation, context) ->
            env.deferreds.reject("cache.onError broke");
    Outcome outcome = mutate(
        noted().onError((error, variables, onMutateResult, context) -> {
          throw thrown("onError broke");
        }),
        "v");
    fail("A");
    assertEquals("failed: A failed", outcome.toString());
    assertEquals("cache.onError broke | onError broke", takeUnhandled());
    assertEquals("onSettled - A failed v ctx", log.get(log.size() - 1));
  }

  @Test
  public void theContext_holdsClientMetaAndKey() {
    MutationContext[] given = {null};
    Object key = key("save");
    MutationOptions options = noted()
        .mutationKey(key)
        .onSuccess((data, variables, onMutateResult, context) -> {
          given[0] = context;
          return undefined();
        });
    options.meta = "m";
    mutate(options, "v");
    answer("A", "1");
    assertSame(client, given[0].client);
    assertEquals("m", given[0].meta);
    assertSame(key, given[0].mutationKey);
  }

  @Test
  public void withoutAFunction_itFails() {
    Outcome outcome = mutate(MutationOptions.create());
    settle();
    assertEquals("failed: No mutationFn found", outcome.toString());
  }

  @Test
  public void callbacksOfTheCall_runLast_onlyForTheLatestCall_onlyWhileSomebodyListens() {
    MutationObserver observer = new MutationObserver(client, noted());
    Task stop = observer.subscribe(result -> {});
    MutateOptions first = new MutateOptions();
    first.onSuccess = (data, variables, onMutateResult, context) -> note("first.onSuccess", data);
    MutateOptions second = new MutateOptions();
    second.onSuccess = (data, variables, onMutateResult, context) ->
        note("second.onSuccess", data, variables, onMutateResult);
    second.onSettled = (data, error, variables, onMutateResult, context) ->
        note("second.onSettled", data, error, variables, onMutateResult);
    outcome(observer.mutate("1", first));
    outcome(observer.mutate("2", second));
    answer("A", "'one'");
    answer("A", "'two'");
    assertEquals(
        "onSettled two - 2 ctx | second.onSuccess two 2 ctx | second.onSettled two - 2 ctx",
        log.get(log.size() - 3) + " | " + log.get(log.size() - 2) + " | "
            + log.get(log.size() - 1));
    assertEquals(-1, join(log).indexOf("first.onSuccess"));
    MutateOptions third = new MutateOptions();
    third.onError = (error, variables, onMutateResult, context) -> note("third.onError", error);
    third.onSettled =
        (data, error, variables, onMutateResult, context) -> note("third.onSettled", data, error);
    outcome(observer.mutate("3", third));
    fail("A");
    assertEquals("third.onError A failed", log.get(log.size() - 2));
    outcome(observer.mutate("4", third));
    stop.run();
    int before = log.size();
    fail("A");
    assertEquals(-1, log.get(log.size() - 1).indexOf("third"));
    assertEquals(before + 3, log.size());
  }

  @Test
  public void aCallbackOfTheCallThatThrows_isReportedAndStopsNothing() {
    MutationObserver observer = new MutationObserver(client, noted());
    atEnd(observer.subscribe(result -> {}));
    MutateOptions options = new MutateOptions();
    options.onSuccess = (data, variables, onMutateResult, context) -> {
      throw thrown("broke");
    };
    options.onSettled =
        (data, error, variables, onMutateResult, context) -> note("call.onSettled", data);
    Outcome outcome = outcome(observer.mutate("v", options));
    answer("A", "'x'");
    assertEquals("broke", takeUnhandled());
    assertEquals("call.onSettled x", log.get(log.size() - 1));
    assertEquals("done: 'x'", outcome.toString());
  }

  @Test
  public void mutateOfEachCall_reportsItsOwn() {
    MutationObserver observer = new MutationObserver(client, noted());
    Outcome first = outcome(observer.mutate("1", null));
    Outcome second = outcome(observer.mutate("2", null));
    fail("A");
    answer("A", "'two'");
    assertEquals("failed: A failed", first.toString());
    assertEquals("done: 'two'", second.toString());
  }

  @Test
  public void theCachesEvents_inOrder() {
    Seq<String> events = new Seq<>();
    atEnd(client.getMutationCache().subscribe((Listener<CacheEvent>) event ->
        events.add(event.type + (event.type.equals("updated") ? " " + event.action.type : ""))));
    mutate(noted().retry(1).retryDelay(1), "v");
    fail("A");
    world.advance(1);
    answer("A", "1");
    assertEquals(
        "added | updated pending | updated pending | updated failed | updated success",
        join(events));
  }

  @Test
  public void aMutationThatBeginsInsideOfReset_callsItsOwn() {
    MutationObserver observer = new MutationObserver(
        client, MutationOptions.create().mutationFn((v, context) -> network.send("A", v)));
    atEnd(observer.subscribe(result -> {}));
    outcome(observer.mutate("1", null));
    MutateOptions own = new MutateOptions();
    own.onError = (error, variables, onMutateResult, context) -> note("call.onError", error);
    own.onSettled = (data, error, variables, onMutateResult, context) -> note("call.onSettled");
    Task[] stop = {null};
    stop[0] = client.getMutationCache().subscribe((Listener<CacheEvent>) event -> {
      if (event.type.equals("observerRemoved")) {
        stop[0].run();
        outcome(observer.mutate("2", own));
      }
    });
    observer.reset();
    answer("A", "1");
    fail("A");
    assertEquals("call.onError A failed | call.onSettled", join(log));
  }
}
