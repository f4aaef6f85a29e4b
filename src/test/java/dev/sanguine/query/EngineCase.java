package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.callbacks.Optimistic;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.QueryState;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import org.junit.After;

/**
 * A client in a world of its own, and what holds after every test: when all requests have failed and all observers have
 * left, nothing of any intent remains, nor of what was written by hand, no timer, no unhandled rejection, no word in the log
 * that the test did not take.
 */
public abstract class EngineCase {
  private static final double HOUR = 60 * 60 * 1000;

  protected final VirtualEnvironment world = new VirtualEnvironment();
  protected final Environment env = world.environment();
  protected final ScriptedNetwork network = new ScriptedNetwork(env);
  private final Seq<QueryClient> clients = new Seq<>();
  private final Seq<Object> keys = new Seq<>();
  private final Seq<Task> stops = new Seq<>();
  protected QueryClient client = newClient();

  /** Another client of the same world. */
  protected final QueryClient newClient() {
    return newClient(new QueryClientConfig());
  }

  protected final QueryClient newClient(QueryClientConfig config) {
    QueryClient made = new QueryClient(config.environment(env));
    clients.add(made);
    return made;
  }

  // Data

  /** A document; single quotes stand for double ones. */
  protected static Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  /** The document as {@link #json} reads it; "absent" for undefined. */
  protected final String text(Object document) {
    return env.values.isUndefined(document)
        ? "absent"
        : Json.stringify(document).replace('"', '\'');
  }

  protected final Object key(Object... parts) {
    Object key = QueryKey.of(parts);
    keys.add(key);
    return key;
  }

  protected final QueryFilters prefix(Object... parts) {
    return QueryFilters.of(key(parts));
  }

  /** Undefined in the browser, null on the JVM. */
  protected final Object undefined() {
    return env.values.undefined();
  }

  // Queries

  /** The query ["name"], which asks the network for "get name". */
  protected final QueryOptions query(String name) {
    return QueryOptions.of(key(name)).queryFn(context -> network.send("get " + name, null));
  }

  protected final void cache(String name, String document) {
    client.setQueryData(key(name), json(document), null);
  }

  protected final Screen watch(QueryOptions options) {
    return watch(new QueryObserver(client, options));
  }

  protected final Screen watch(QueryObserver observer) {
    Screen screen = new Screen(this, observer);
    stops.add(screen.stop);
    return screen;
  }

  /** Runs at the end of the test, before what holds is checked. */
  protected final void atEnd(Task task) {
    stops.add(task);
  }

  protected final Query queryOf(String name) {
    return client.getQueryCache().get(client.hash(key(name)));
  }

  /** What the query ["name"] shows. */
  protected final String view(String name) {
    return text(client.getQueryData(key(name)));
  }

  /** What lies under the changes. */
  protected final String base(String name) {
    return text(queryOf(name).confirmed().data);
  }

  protected final QueryState state(String name) {
    return client.getQueryState(key(name));
  }

  // Mutations

  /** A mutation that sends a request of this name and changes what {@code optimistic} says. */
  protected final MutationOptions change(String name, Optimistic optimistic) {
    return MutationOptions.create()
        .mutationFn((variables, context) -> network.send(name, variables))
        .optimistic(optimistic);
  }

  /** A change of one field of the record ["record"], written as most apps write it. */
  protected final MutationOptions setField(String name, String field, Object value) {
    return change(name, (intent, variables) -> {
      intent.update(key("record"), old -> Json.with(old, field, value));
      return undefined();
    });
  }

  protected final Outcome mutate(MutationOptions options) {
    return mutate(options, undefined());
  }

  protected final Outcome mutate(MutationOptions options, Object variables) {
    return outcome(client.mutate(options, variables));
  }

  protected final Outcome outcome(Thenable<Object> thenable) {
    return new Outcome(this, thenable);
  }

  // Network

  protected final void answer(String request, String document) {
    world.runMicrotasks();
    network.pending(request).answer(json(document));
    world.runMicrotasks();
  }

  protected final void fail(String request) {
    world.runMicrotasks();
    network.pending(request).fail(request + " failed");
    world.runMicrotasks();
  }

  /** The request was sent, and nobody knows what became of it. */
  protected final void lose(String request) {
    world.runMicrotasks();
    network.pending(request).fail(Fault.lost());
    world.runMicrotasks();
  }

  /** Throws the text itself, which is an error like any other: {@code throw thrown("no")}. */
  protected final RuntimeException thrown(String error) {
    return env.errors.raise(error);
  }

  /** Lets everything happen that needs no answer and no time. */
  protected final void settle() {
    world.advance(0);
  }

  /** The rejections that nobody handled so far; they are forgotten. */
  protected final String takeUnhandled() {
    world.runMicrotasks();
    Seq<String> all = new Seq<>();
    for (int i = 0; i < world.unhandled().size(); i++) {
      all.add(Outcome.message(world.unhandled().get(i)));
    }
    world.unhandled().clear();
    return join(all);
  }

  /** What was written to the log so far; it is forgotten. */
  protected final Seq<String> takeReports() {
    Seq<String> all = world.reports().copy();
    world.reports().clear();
    return all;
  }

  /** The log says of each mutation so far that was not sent that nobody else said so, and nothing else. */
  protected final void wasToldThatItFailedUnsent() {
    areAll(" failed before it was sent");
  }

  /** The log says of helpers that they found nothing, and nothing else. */
  protected final void wasToldThatNothingWasFound() {
    areAll(" finds nothing to change in ");
  }

  /** How many reports so many remarks make: none in a build without texts. */
  protected static int remarks(int count) {
    return Development.hasTexts() ? count : 0;
  }

  private void areAll(String kind) {
    Seq<String> reports = takeReports();
    assertEquals("whether anything was said", Development.hasTexts(), reports.size() > 0);
    assertEquals("", join(reports.filter(report -> report.indexOf(kind) < 0)));
  }

  protected static String join(Seq<String> items) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      joined.append(i == 0 ? "" : " | ").append(items.get(i));
    }
    return joined.toString();
  }

  /** Collects the types of the cache's events from now on. */
  protected final Seq<String> cacheEvents() {
    Seq<String> events = new Seq<>();
    stops.add(client.getQueryCache().subscribe((Listener<CacheEvent>) event ->
        events.add(event.type + (event.type.equals("updated") ? " " + event.action.type : ""))));
    return events;
  }

  // What holds

  @After
  public void nothingIsLeft() {
    world.runMicrotasks();
    for (int i = 0; i < stops.size(); i++) {
      stops.get(i).run();
    }
    failTheRest();
    assertEquals("unhandled", "", takeUnhandled());
    assertEquals("log", "", join(takeReports()));
    for (int i = 0; i < clients.size(); i++) {
      isAtRest(clients.get(i));
      clients.get(i).clear();
    }
    world.advance(HOUR);
    assertEquals("timers", 0, world.timersLeft());
  }

  private void failTheRest() {
    network.down();
    env.focus.setFocused(true);
    env.online.setOnline(true);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < network.calls().size(); i++) {
        if (!network.calls().get(i).isOver()) {
          network.calls().get(i).fail("the test is over");
        }
      }
      world.runMicrotasks();
      for (int i = 0; i < clients.size(); i++) {
        clients.get(i).resumePausedMutations();
        clients.get(i).getQueryCache().onOnline();
      }
      world.advance(2 * 60 * 1000);
    }
  }

  private void isAtRest(QueryClient of) {
    assertTrue(
        "something is kept of writes by hand", of.getQueryCache().handWrites.keepsNothing());
    Seq<Mutation> mutations = of.getMutationCache().getAll();
    for (int i = 0; i < mutations.size(); i++) {
      assertTrue("a mutation is pending still", !mutations.get(i).state.status.equals("pending"));
    }
    Seq<Query> queries = of.getQueryCache().getAll();
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      assertEquals(query.queryHash, "idle", query.getState().fetchStatus);
      assertNull("the fold of " + query.queryHash + " is still there", query.gate());
      assertSame(query.queryHash, query.confirmed().data, query.getState().data);
    }
    of.getQueryCache().clear();
    for (int i = 0; i < keys.size(); i++) {
      Object probe = Json.object("probe", i);
      of.setQueryData(keys.get(i), probe, null);
      Query query = of.getQueryCache().get(of.hash(keys.get(i)));
      assertNotNull(query);
      assertNull("an intent that is over takes hold of " + query.queryHash, query.gate());
    }
  }
}
