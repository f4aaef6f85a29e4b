package dev.sanguine.client.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import dev.sanguine.client.Client;
import dev.sanguine.client.Filters;
import dev.sanguine.client.Future;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.client.Result;
import dev.sanguine.env.Seq;
import dev.sanguine.jvm.CancelledException;
import dev.sanguine.jvm.Failure;
import dev.sanguine.jvm.JvmClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

/** A client in real time, used from other threads. */
public class JvmClientTest extends JvmClientCase {
  @Test
  public void aFetch_isACompletableFuture() throws Exception {
    CompletableFuture<Event> answer = new CompletableFuture<>();
    CompletableFuture<String> title = client.fetchQuery(event(answer)).thenApply(Event::title);
    answer.complete(TEA);
    assertEquals("Tea", await(title));
    assertSame(TEA, await(client.getQueryData(EVENT)));
  }

  @Test
  public void aFailure_isTheVeryException_orHoldsTheValue() {
    IllegalStateException down = new IllegalStateException("down");
    assertSame(down, failure(client.fetchQuery(event(CompletableFuture.failedFuture(down)))));
    Throwable value = failure(client.async(it -> Future.failed(it.environment(), "text")));
    assertEquals("text", ((Failure) value).value());
  }

  @Test
  public void cancellingTheCompletableFuture_givesTheFetchUp() throws Exception {
    CompletableFuture<Boolean> aborted = new CompletableFuture<>();
    Query<Event> slow = Query.of(EVENT).queryFn(context -> {
      context.signal().addEventListener("abort", event -> aborted.complete(true));
      return client.thenable(new CompletableFuture<Event>());
    });
    CompletableFuture<Event> fetch = client.fetchQuery(slow);
    await(client.call(it -> it.isFetching(EVENT)));
    fetch.cancel(true);
    assertTrue(await(aborted));
    assertTrue(fetch.isCancelled());
  }

  @Test
  public void cancellingAMutation_takesItsChangeBack() throws Exception {
    await(client.setQueryData(EVENT, TEA));
    Mutation<String, Event> rename = Mutation.<String, Event>of(
            (title, context) -> client.thenable(new CompletableFuture<>()))
        .optimistic((intent, title) -> intent.update(EVENT, old -> new Event(old.id(), title)));
    CompletableFuture<Event> answer = client.mutate(rename, "Coffee");
    assertEquals("Coffee", await(client.getQueryData(EVENT)).title());
    answer.cancel(true);
    assertEquals("Tea", await(client.getQueryData(EVENT)).title());
    Throwable error = failure(client.async(it -> {
      Future<Event> other = it.mutate(rename, "Milk");
      other.cancel();
      return other;
    }));
    assertTrue(error instanceof CancelledException);
  }

  @Test
  public void anObserver_tellsNowAndLater_untilItIsClosed() throws Exception {
    BlockingQueue<Result<Event>> seen = new LinkedBlockingQueue<>();
    Query<Event> event = Query.of(EVENT).staleTime(1e9);
    await(client.setQueryData(EVENT, TEA));
    JvmClient.Subscription observing = client.observe(event, seen::add);
    assertEquals("Tea", seen.poll(20, TimeUnit.SECONDS).data().title());
    await(client.setQueryData(EVENT, new Event(1, "Coffee")));
    assertEquals("Coffee", seen.poll(20, TimeUnit.SECONDS).data().title());
    await(client.invalidateQueries(EVENT));
    observing.close();
    await(client.call(it -> null));
    seen.clear();
    await(client.setQueryData(EVENT, TEA));
    assertNull(seen.poll());
  }

  @Test
  public void aListenerThatThrows_stopsNeitherTheMutation_norTheListenersAfterIt()
      throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    await(client.setQueryData(EVENT, TEA));
    Query<Event> event = Query.of(EVENT).staleTime(1e9);
    JvmClient.Subscription bad = client.observe(event, result -> {
      throw new AssertionError("a fault of the program");
    });
    JvmClient.Subscription good =
        client.observe(event, result -> seen.add(result.data().title()));
    Mutation<String, Event> rename = Mutation.<String, Event>of((title, context) ->
            client.thenable(CompletableFuture.completedFuture(new Event(1, title))))
        .resync(false)
        .optimistic((intent, title) -> intent.update(EVENT, old -> new Event(old.id(), title)));
    assertEquals("Coffee", await(client.mutate(rename, "Coffee")).title());
    assertEquals("Tea", seen.poll(20, TimeUnit.SECONDS));
    assertEquals("Coffee", seen.poll(20, TimeUnit.SECONDS));
    assertEquals("Coffee", await(client.getQueryData(EVENT)).title());
    bad.close();
    good.close();
  }

  @Test
  public void whatWaitsForTheNetwork_goesOnWhenItIsBack() throws Exception {
    await(client.setQueryData(EVENT, TEA));
    BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    Mutation<String, Event> rename = Mutation.<String, Event>of((title, context) -> {
          sent.add(title);
          return client.thenable(CompletableFuture.completedFuture(new Event(1, title)));
        })
        .resync(false)
        .optimistic((intent, title) -> intent.update(EVENT, old -> new Event(old.id(), title)));
    await(client.setOnline(false));
    CompletableFuture<Event> answer = client.mutate(rename, "Coffee");
    assertEquals("Coffee", await(client.getQueryData(EVENT)).title());
    assertNull(sent.poll());
    await(client.setOnline(true));
    assertEquals("Coffee", await(answer).title());
  }

  @Test
  public void whatIsStale_isFetchedWhenTheNetworkIsBack() throws Exception {
    BlockingQueue<Integer> asked = new LinkedBlockingQueue<>();
    Query<Event> event = Query.of(EVENT).queryFn(context -> {
      asked.add(1);
      return client.thenable(CompletableFuture.completedFuture(TEA));
    });
    JvmClient.Subscription watching = client.observe(event, result -> {});
    assertNotNull(asked.poll(20, TimeUnit.SECONDS));
    await(client.fetchQuery(event.staleTime(1e9)));
    await(client.setOnline(false));
    await(client.setOnline(true));
    assertNotNull("no news came with the network", asked.poll(20, TimeUnit.SECONDS));
    watching.close();
  }

  @Test
  public void theNetworkIsFollowed_byASourceOfTheProgram() throws Exception {
    AtomicBoolean online = new AtomicBoolean(false);
    client.world().followNetwork(online::get, Duration.ofMillis(20));
    while (await(client.call(it -> it.environment().online.isOnline()))) {
      Thread.sleep(5);
    }
    AtomicInteger asked = new AtomicInteger();
    CompletableFuture<Event> fetch = client.fetchQuery(Query.of(EVENT).queryFn(context -> {
      asked.incrementAndGet();
      return client.thenable(CompletableFuture.completedFuture(TEA));
    }));
    await(client.call(it -> null));
    assertEquals(0, asked.get());
    online.set(true);
    assertSame(TEA, await(fetch));
  }

  @Test
  public void severalQueries_andWhatIsPending_areSeenAsLists() throws Exception {
    QueryKey<Event> second = QueryKey.of("event", 2);
    await(client.setQueryData(EVENT, TEA));
    await(client.setQueryData(second, new Event(2, "Milk")));
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    BlockingQueue<Integer> pending = new LinkedBlockingQueue<>();
    JvmClient.Subscription both = client.observeAll(
        List.of(Query.of(EVENT).staleTime(1e9), Query.of(second).staleTime(1e9)),
        results -> seen.add(
            results.stream().map(result -> result.data().title()).toList().toString()));
    JvmClient.Subscription waiting = client.observePending(changes -> pending.add(changes.size()));
    assertEquals("[Tea, Milk]", seen.poll(20, TimeUnit.SECONDS));
    assertEquals(0, (int) pending.poll(20, TimeUnit.SECONDS));
    List<String> keys = await(client.getQueries(Filters.all())).stream()
        .map(query -> query.data().toString())
        .toList();
    assertEquals(2, keys.size());
    both.close();
    waiting.close();
  }

  @Test
  public void thePendingOfOneMutation_isSeenWithItsVariables() throws Exception {
    await(client.setQueryData(EVENT, TEA));
    CompletableFuture<Event> answer = new CompletableFuture<>();
    Mutation<String, Event> rename = Mutation.<String, Event>of(
            (title, context) -> client.thenable(answer))
        .key("event", "rename")
        .optimistic((intent, title) -> intent.set(EVENT, new Event(1, title)));
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    JvmClient.Subscription renaming = client.observePending(
        rename,
        changes -> seen.add(changes.stream()
            .map(change -> change.variables().toUpperCase())
            .toList()
            .toString()));
    assertEquals("[]", seen.poll(20, TimeUnit.SECONDS));
    CompletableFuture<Event> renamed = client.mutate(rename, "Coffee");
    assertEquals("[COFFEE]", seen.poll(20, TimeUnit.SECONDS));
    answer.complete(new Event(1, "Coffee"));
    await(renamed);
    renaming.close();
  }

  @Test
  @SuppressWarnings("deprecation")
  public void list_isUnmodifiable() {
    List<String> list = JvmClient.list(Seq.of("a", "b"));
    assertEquals(List.of("a", "b"), list);
    assertThrows(UnsupportedOperationException.class, () -> list.add("c"));
    assertEquals(list, Seq.from(list).asList());
  }

  /** Eight threads read, fetch, change and cancel; a server with a mind of its own answers. */
  @Test
  public void eightThreads_seeOneCache_andTheServersTruthInTheEnd() throws Exception {
    int threads = 8;
    int each = 50;
    ListKey<List<Event>, Event> events = QueryKey.ofList("events");
    Map<Integer, Event> server = new ConcurrentHashMap<>();
    AtomicInteger ids = new AtomicInteger();
    Query<List<Event>> list = Query.of(events)
        .staleTime(1e9)
        .queryFn(context -> client.thenable(CompletableFuture.supplyAsync(
            () -> server.values().stream().sorted((a, b) -> a.id() - b.id()).toList())));
    Mutation<Event, Event> add = Mutation.<Event, Event>of(
            (event, context) -> client.thenable(CompletableFuture.supplyAsync(() -> {
              if (event.id() % 5 == 0) {
                throw new IllegalStateException("refused");
              }
              server.put(event.id(), event);
              return event;
            })))
        .optimistic((intent, event) -> intent.upsert(events, event));
    BlockingQueue<Throwable> wrong = new LinkedBlockingQueue<>();
    AtomicInteger refused = new AtomicInteger();
    await(client.fetchQuery(list));
    JvmClient.Subscription watching = client.observe(list, result -> {
      Set<Integer> once = new HashSet<>();
      if (result.data() != null
          && !result.data().stream().allMatch(event -> once.add(event.id()))) {
        wrong.add(new AssertionError("shown twice: " + result.data()));
      }
    });
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      Thread thread = new Thread(() -> {
        for (int i = 0; i < each; i++) {
          Event event = new Event(ids.incrementAndGet(), "event");
          try {
            CompletableFuture<Event> answer = client.mutate(add, event);
            boolean shown = await(client.getQueryData(events)).contains(event);
            boolean over = answer.isDone();
            if (!shown && !over) {
              wrong.add(new AssertionError(event + " is not shown while it is under way"));
            }
            if (i % 10 == 0) {
              client.invalidateQueries(events);
            }
            await(answer);
          } catch (ExecutionException e) {
            refused.incrementAndGet();
          } catch (Exception e) {
            wrong.add(e);
          }
        }
      });
      running.add(thread);
      thread.start();
    }
    for (Thread thread : running) {
      thread.join(60_000);
      assertFalse("a thread hangs", thread.isAlive());
    }
    assertEquals("[]", wrong.toString());
    assertEquals(threads * each / 5, refused.get());
    assertEquals(threads * each - refused.get(), server.size());
    assertEquals(server.size(), await(client.fetchQuery(list.staleTime(0))).size());
    assertEquals(new HashSet<>(server.values()), new HashSet<>(await(client.getQueryData(events))));
    assertEquals(0, (int) await(client.call(Client::isMutating)));
    watching.close();
  }
}
