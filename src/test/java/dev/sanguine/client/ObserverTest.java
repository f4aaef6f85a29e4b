package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.json.Json;
import org.junit.Test;

public class ObserverTest extends ClientCase {
  private final Query<Event> event = Query.of(EVENT).queryFn(context -> send("event"));

  private Query<Event> numbered(int number) {
    return Query.of(QueryKey.<Event>of("event", number))
        .queryFn(context -> send("event " + number));
  }

  @Test
  public void aFirstListener_fetches_andHearsTheData() {
    Observer<Event> observer = client.observe(event);
    assertTrue(observer.current().isPending());
    Seq<Result<Event>> told = watch(observer);
    assertTrue(observer.current().isLoading());
    answer("event", tea());
    Result<Event> last = told.get(told.size() - 1);
    assertEquals("Tea", last.data().title);
    assertEquals(Status.SUCCESS, last.status());
    assertEquals(FetchStatus.IDLE, last.fetchStatus());
    assertTrue(
        last.isSuccess() && last.isFetched() && last.isFetchedAfterMount() && last.isStale());
    assertSame(last, observer.current());
    assertEquals(world.now(), last.dataUpdatedAt(), 0);
  }

  @Test
  public void theListenerThatLeft_hearsNothing() {
    Observer<Event> observer = client.observe(event);
    Seq<Result<Event>> told = new Seq<>();
    Task stop = observer.subscribe(told::add);
    int before = told.size();
    stop.run();
    answer("event", tea());
    assertEquals(before, told.size());
  }

  @Test
  public void aFailure_isInTheResult_andTheDataStays() {
    Observer<Event> observer = client.observe(event.retry(0));
    watch(observer);
    fail("event");
    assertTrue(observer.current().isLoadingError() && observer.current().isError());
    assertEquals("event failed", observer.current().error());
    assertEquals(1, observer.current().errorUpdateCount());
    Seen<Result<Event>> refetched = see(observer.refetch());
    answer("event", tea());
    assertEquals("Tea", refetched.value.data().title);
    assertNull(observer.current().error());
    observer.refetch();
    fail("event");
    assertTrue(observer.current().isRefetchError());
    assertEquals("Tea", observer.current().data().title);
    assertEquals("event failed", observer.current().failureReason());
    assertEquals(1, observer.current().failureCount());
  }

  @Test
  public void aDisabledQuery_waits_untilItIsEnabled() {
    Observer<Event> observer = client.observe(event.enabled(false));
    watch(observer);
    assertFalse(observer.current().isEnabled());
    assertEquals(0, network.count("event"));
    observer.setSource(event);
    world.advance(0);
    answer("event", tea());
    assertEquals("Tea", observer.current().data().title);
  }

  @Test
  public void enabledWhen_isAskedOfTheQuery() {
    Observer<Event> observer = client.observe(event.enabledWhen(query -> query.data() != null));
    watch(observer);
    assertEquals(0, network.count("event"));
    client.setQueryData(EVENT, tea());
    see(client.invalidateQueries(EVENT));
    assertEquals(1, network.count("event"));
    answer("event", tea());
  }

  @Test
  public void select_showsWhatTheFunctionMakes_andTellsOnlyItsChanges() {
    Observer<String> observer = client.observe(
        event.staleTime(1000).select(value -> value.title).select(title -> title.toUpperCase()));
    client.setQueryData(EVENT, tea());
    Seq<Result<String>> told = watch(observer);
    assertEquals("TEA", observer.current().data());
    client.setQueryData(EVENT, tea().titled("Coffee"));
    world.advance(0);
    assertEquals("COFFEE", told.get(told.size() - 1).data());
  }

  @Test
  public void anEqualSelection_isNotTold() {
    client.setQueryData(EVENT, tea());
    Observer<Event> observer = client.observe(event
        .notifyOnChangeProps("data")
        .refetchOnMount(Refetch.NEVER)
        .select(value -> value.titled("always")));
    Seq<Result<Event>> told = watch(observer);
    Event before = observer.current().data();
    client.setQueryData(EVENT, tea().titled("Coffee"));
    world.advance(0);
    assertEquals(0, told.size());
    assertSame(before, observer.current().data());
  }

  @Test
  public void aSelectThatThrows_isTheObserversError() {
    client.setQueryData(EVENT, tea());
    Observer<String> observer = client.observe(event.staleTime(1000).select(value -> {
      throw world.environment().errors.raise("no title");
    }));
    watch(observer);
    assertTrue(observer.current().isError());
    assertEquals("no title", observer.current().error());
  }

  @Test
  public void placeholderData_isShownAndNotKept() {
    Observer<Event> observer = client.observe(event.placeholderData(tea()));
    watch(observer);
    assertTrue(observer.current().isPlaceholderData() && observer.current().isSuccess());
    assertEquals(tea(), observer.current().data());
    assertNull(client.getQueryData(EVENT));
    answer("event", tea().titled("Coffee"));
    assertFalse(observer.current().isPlaceholderData());
  }

  @Test
  public void keepPreviousData_bridgesAChangeOfKey() {
    Observer<Event> observer = client.observe(numbered(1).keepPreviousData());
    watch(observer);
    answer("event 1", tea());
    observer.setSource(numbered(2).keepPreviousData());
    world.advance(0);
    assertEquals("Tea", observer.current().data().title);
    assertTrue(observer.current().isPlaceholderData() && observer.current().isFetching());
    answer("event 2", tea().titled("Second"));
    assertEquals("Second", observer.current().data().title);
  }

  @Test
  public void polling_goesOnWhileObserved() {
    Observer<Event> observer = client.observe(event.refetchInterval(1000));
    Task stop = observer.subscribe(result -> {});
    answer("event", tea());
    world.advance(1000);
    answer("event", tea());
    assertEquals(2, network.count("event"));
    stop.run();
    world.advance(5000);
    assertEquals(2, network.count("event"));
  }

  @Test
  public void options_byTheQueryAsItStands() {
    Observer<Event> observer = client.observe(event
        .staleTimeBy(query -> query.data() == null ? 0.0 : 500.0)
        .refetchIntervalBy(query -> query.data() == null ? 0.0 : 2000.0)
        .refetchIntervalInBackground());
    watch(observer);
    answer("event", tea());
    world.advance(502);
    assertTrue(observer.current().isStale());
    world.environment().focus.setFocused(false);
    world.advance(1500);
    assertTrue(observer.current().isRefetching());
    world.environment().focus.setFocused(true);
    answer("event", tea());
  }

  @Test
  public void focus_andReconnect_fetchWhatTheySay() {
    client.mount();
    Observer<Event> observer = client.observe(event
        .refetchOnWindowFocus(Refetch.NEVER)
        .refetchOnReconnect(Refetch.ALWAYS)
        .refetchOnMount(Refetch.NEVER)
        .staleTime(60_000));
    watch(observer);
    answer("event", tea());
    world.environment().focus.setFocused(false);
    world.environment().focus.setFocused(true);
    world.advance(0);
    assertEquals(1, network.count("event"));
    world.environment().online.setOnline(false);
    world.environment().online.setOnline(true);
    world.advance(0);
    assertEquals(2, network.count("event"));
    answer("event", tea());
    client.unmount();
  }

  @Test
  public void notifyOnChangeProps_limitsWhatIsTold() {
    Observer<Event> observer =
        client.observe(event.notifyOnChangeProps("data").refetchOnMount(Refetch.NEVER));
    client.setQueryData(EVENT, tea());
    Seq<Result<Event>> told = watch(observer);
    int before = told.size();
    observer.refetch();
    answer("event", tea().titled("Coffee"));
    assertEquals(before + 1, told.size());
  }

  @Test
  public void structuralSharingOff_takesTheNewObject() {
    Query<Object> document =
        Query.of(QueryKey.<Object>of("document")).queryFn(context -> send("document"));
    Object first = fetched(document);
    assertSame(first, fetched(document));
    assertFalse(first == fetched(document.structuralSharing(false)));
  }

  private Object fetched(Query<Object> document) {
    see(client.fetchQuery(document));
    answer("document", json("{'id':1}"));
    return client.getQueryData(document.key());
  }

  @Test
  public void unusedData_isCollected() {
    see(client.fetchQuery(event.gcTime(1000)));
    answer("event", tea());
    world.advance(999);
    assertEquals(tea(), client.getQueryData(EVENT));
    world.advance(1);
    assertNull(client.getQueryData(EVENT));
  }

  @Test
  public void severalQueries_areShownTogether() {
    Seq<Query<Event>> queries = Seq.of(numbered(1), numbered(2));
    QueriesObserver<Event> both = client.observeAll(queries);
    Seq<Seq<Result<Event>>> told = new Seq<>();
    atEnd(both.subscribe(told::add));
    answer("event 1", tea());
    Result<Event> first = both.current().get(0);
    assertEquals("Tea", first.data().title);
    assertTrue(both.current().get(1).isPending());
    answer("event 2", tea().titled("Coffee"));
    Seq<Result<Event>> last = told.get(told.size() - 1);
    assertEquals("Coffee", last.get(1).data().title);
    assertSame("what did not change is the same object", first, last.get(0));
    both.setSources(Seq.of(numbered(2)));
    world.advance(0);
    assertEquals(1, both.current().size());
    assertEquals("Coffee", both.current().get(0).data().title);
  }

  @Test
  public void combined_tellsNowAndWhenItChanges() {
    QueriesObserver<Event> both = client.observeAll(Seq.of(numbered(1), numbered(2)));
    Seq<Object> told = new Seq<>();
    atEnd(both.<Object>subscribe(
        results ->
            Json.arrayOf(results.map(result -> result.data() == null ? "-" : result.data().title)),
        told::add));
    answer("event 1", tea());
    answer("event 2", tea().titled("Coffee"));
    assertEquals("['-','-']", text(told.get(0)));
    assertEquals("['Tea','Coffee']", text(told.get(told.size() - 1)));
    int before = told.size();
    see(client.refetchQueries(QueryKey.of("event", 1)));
    answer("event 1", tea());
    assertEquals("an equal value is not told", before, told.size());
  }
}
