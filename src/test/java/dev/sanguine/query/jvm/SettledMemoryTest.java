package dev.sanguine.query.jvm;

import static org.junit.Assert.assertNull;

import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Of a mutation that is settled, and was collected, nothing is kept: neither its variables nor its answer. */
public class SettledMemoryTest {
  private final VirtualEnvironment world = new VirtualEnvironment();
  private final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  private QueryClient client = newClient();
  private final List<WeakReference<Object>> kept = new ArrayList<>();

  private QueryClient newClient() {
    QueryClient made = new QueryClient(new QueryClientConfig().environment(world.environment()));
    made.setQueryData(QueryKey.of("list"), Json.array(), null);
    return made;
  }

  /** A record that nobody else holds. */
  private Object record(String id) {
    Map<String, Object> record = new HashMap<>();
    record.put("id", id);
    record.put("ballast", new Object());
    kept.add(new WeakReference<>(record.get("ballast")));
    return record;
  }

  /** Sent under a name that the network keeps, without what it is called with. */
  private MutationOptions create(String name) {
    return MutationOptions.create()
        .gcTime(1)
        .mutationFn((variables, context) -> network.send(name, null))
        .optimistic((intent, record) -> {
          TemporaryIds.temporary(intent, ((Map<?, ?>) record).get("id"), null);
          intent.append(QueryKey.of("list"), record);
        });
  }

  private MutationOptions patch(String name) {
    return MutationOptions.create()
        .gcTime(1)
        .mutationFn((variables, context) -> network.send(name, null))
        .optimistic((intent, record) -> {
          intent.merge(QueryKey.of("list"), record);
        });
  }

  private void mutate(MutationOptions options, Object variables) {
    client.mutate(options, variables).done(null, error -> {});
    world.advance(0);
  }

  private void answer(String request, Object answer) {
    network.pending(request).answer(answer);
    world.advance(0);
  }

  private void fail(String request) {
    network.pending(request).fail("no");
    world.advance(0);
  }

  private void nothingIsKept() throws InterruptedException {
    client.setQueryData(QueryKey.of("list"), Json.array(), null);
    world.advance(10 * 60 * 1000);
    for (WeakReference<Object> one : kept) {
      for (int i = 0; i < 50 && one.get() != null; i++) {
        System.gc();
        Thread.sleep(10);
        useOfWhatIsKeptWeakly();
      }
      assertNull(one.get());
    }
  }

  /** The next change lets go of what was kept for views that are gone. */
  private void useOfWhatIsKeptWeakly() {
    client.setQueryData(QueryKey.of("other"), Json.object("n", 1), null);
    mutate(
        MutationOptions.create()
            .gcTime(1)
            .mutationFn((variables, context) -> "done")
            .optimistic((intent, variables) -> {
              intent.increment(QueryKey.of("other"), "n", 1);
            }),
        null);
    client.removeQueries(QueryKey.of("other"));
    world.advance(10);
  }

  @Test
  public void oneThatMadeARecord_andThoseThatWaitedForIt() throws InterruptedException {
    mutate(create("create"), record("t"));
    mutate(patch("a"), record("t"));
    mutate(patch("b"), record("t"));
    answer("create", Json.object("id", 1));
    answer("a", "ok");
    answer("b", "ok");
    nothingIsKept();
  }

  @Test
  public void oneThatFailedToMakeARecord_andThoseThatWaitedForIt() throws InterruptedException {
    mutate(create("create"), record("t"));
    mutate(patch("a"), record("t"));
    fail("create");
    nothingIsKept();
  }

  @Test
  public void waitersThatFail_areCancelled_orAreTakenOut() throws InterruptedException {
    mutate(create("create"), record("t"));
    mutate(patch("a"), record("t"));
    mutate(patch("b"), record("t"));
    mutate(patch("c"), record("t"));
    client.getMutationCache().getAll().get(2).cancel();
    client.getMutationCache().remove(client.getMutationCache().getAll().get(3));
    answer("create", Json.object("id", 1));
    fail("a");
    nothingIsKept();
  }

  @Test
  public void anAnswerWithoutAnId() throws InterruptedException {
    mutate(create("create"), record("t"));
    mutate(patch("a"), record("t"));
    answer("create", "ok");
    nothingIsKept();
  }

  @Test
  public void whatWasUnderWayAtALogout() throws InterruptedException {
    mutate(create("create"), record("t"));
    mutate(patch("a"), record("t"));
    client.clear();
    network.pending("create").fail("no");
    nothingIsKept();
  }

  @Test
  public void aChangeOfARecordThatThePageBeforeWasMaking() throws InterruptedException {
    mutate(create("create"), record("t"));
    mutate(patch("a").mutationKey(QueryKey.of("a")), record("t"));
    Object written = Hydration.dehydrate(client, new DehydrateOptions());
    client.clear();
    network.pending("create").fail("no");
    world.advance(0);
    client = newClient();
    client.setMutationDefaults(QueryKey.of("a"), patch("a"));
    Hydration.hydrate(client, written, null);
    written = null;
    nothingIsKept();
  }

  @Test
  public void changesOfAQueryThatIsWatched() throws InterruptedException {
    Task stop = new QueryObserver(
            client,
            QueryOptions.of(QueryKey.of("list"))
                .staleTime(1e12)
                .queryFn(context -> network.send("list", null)))
        .subscribe(result -> {});
    mutate(create("create"), record("t"));
    mutate(patch("a"), record("t"));
    answer("create", Json.object("id", 1));
    answer("a", "ok");
    answer("list", Json.array());
    nothingIsKept();
    stop.run();
  }

  @Test
  public void changesOfANumber() throws InterruptedException {
    client.setQueryData(QueryKey.of("n"), 1.0, null);
    mutate(
        MutationOptions.create()
            .gcTime(1)
            .mutationFn((variables, context) -> network.send("n", null))
            .optimistic((intent, record) -> {
              Object ballast = ((Map<?, ?>) record).get("ballast");
              intent.update(QueryKey.of("n"), n -> ballast == null ? n : (Double) n + 1);
            }),
        record("x"));
    answer("n", "ok");
    nothingIsKept();
  }
}
