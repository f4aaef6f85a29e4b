package dev.sanguine.client;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import org.junit.Test;

/** What a listener throws is the program's fault, and nobody else's: it is reported, and all goes on. */
public class ListenersThatThrowTest extends ClientCase {
  private final Seq<String> seen = new Seq<>();

  private <T> Listener<T> throwing() {
    return ignored -> {
      throw world.environment().errors.raise("a fault");
    };
  }

  private void assertReported(String whose) {
    assertEquals(
        "a listener of " + whose + " threw; the others are told",
        world.reports().get(0));
    world.reports().clear();
  }

  @Test
  public void ofAQuery_stopsNeitherTheMutation_norTheListenersAfterIt() {
    client.setQueryData(EVENT, tea());
    Observer<Event> observer = client.observe(Query.of(EVENT).staleTime(1e9));
    atEnd(observer.subscribe(throwing()));
    atEnd(observer.subscribe(result -> seen.add(result.data().title)));
    Seen<Event> outcome = see(client.mutate(rename.resync(false), "Coffee"));
    assertEquals("Coffee", seen.get(0));
    answer("rename to Coffee", tea().titled("Coffee!"));
    assertEquals("Coffee!", outcome.value.title);
    assertEquals("Coffee", title());
    assertReported("[\"event\",1]");
  }

  @Test
  public void ofAMutation_stopsItNot() {
    client.setQueryData(EVENT, tea());
    MutationObserver<String, Event> observer = client.observe(rename.resync(false));
    atEnd(observer.subscribe(throwing()));
    Seen<Event> outcome = see(observer.mutate("Coffee"));
    answer("rename to Coffee", tea().titled("Coffee!"));
    assertEquals("Coffee!", outcome.value.title);
    assertReported("a mutation");
  }

  @Test
  public void ofWhatIsPending_stopsNothing() {
    client.setQueryData(EVENT, tea());
    PendingObserver<Object> observer = client.observePending();
    atEnd(observer.subscribe(throwing()));
    atEnd(observer.subscribe(pending -> seen.add("" + pending.size())));
    see(client.mutate(rename, "Coffee"));
    fail("rename to Coffee");
    assertEquals("Tea", title());
    assertEquals("1", seen.get(0));
    assertReported("what is pending");
  }

  @Test
  public void ofSeveralQueries_stopsNothing() {
    client.setQueryData(EVENT, tea());
    QueriesObserver<Event> observer = client.observeAll(Query.of(EVENT).staleTime(1e9));
    atEnd(observer.subscribe(throwing()));
    atEnd(observer.subscribe(results -> seen.add(results.get(0).data().title)));
    client.setQueryData(EVENT, tea().titled("Coffee"));
    world.advance(0);
    assertEquals("Coffee", seen.get(0));
    assertReported("several queries");
  }
}
