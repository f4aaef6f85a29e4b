package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import org.junit.Test;

public class FutureTest extends ClientCase {
  private final Seq<String> log = new Seq<>();

  private Future<String> done(String value) {
    return Future.done(world.environment(), value);
  }

  private Future<String> failed(String error) {
    return Future.failed(world.environment(), error);
  }

  private RuntimeException thrown(String error) {
    return world.environment().errors.raise(error);
  }

  @Test
  public void map_makesAnotherValue() {
    assertEquals(3, (int) see(done("tea").map(String::length)).value);
  }

  @Test
  public void aMappingThatThrows_failsTheFuture() {
    Seen<String> seen = see(done("tea").map(value -> {
      throw thrown("no " + value);
    }));
    assertEquals("no tea", seen.error);
  }

  @Test
  public void map_passesAFailureOn() {
    assertEquals("down", see(failed("down").map(String::length)).error);
  }

  @Test
  public void flatMap_waitsForTheNext() {
    Future<String> both = done("tea").flatMap(value -> this.<String>send(value));
    Seen<String> seen = see(both);
    assertEquals(0, seen.times);
    answer("tea", "drunk");
    assertEquals("drunk", seen.value);
  }

  @Test
  public void flatMap_failsWithTheNext() {
    assertEquals("down", see(done("tea").flatMap(value -> failed("down"))).error);
  }

  @Test
  public void aFutureInsideAThenable_isFollowed() {
    Thenable<String> thenable =
        world.environment().deferreds.<Object>resolve("a").then(value -> done("b"), null);
    assertEquals("b", see(thenable).value);
    assertEquals("c", see(world.environment().deferreds.<String>resolve(done("c"))).value);
  }

  @Test
  public void recover_makesAValueOfTheError() {
    assertEquals(
        "instead of down", see(failed("down").recover(error -> "instead of " + error)).value);
    assertEquals("tea", see(done("tea").recover(error -> "never")).value);
  }

  @Test
  public void recoverBy_waitsForTheOther() {
    Seen<String> seen = see(failed("down").recoverBy(error -> this.<String>send("other")));
    answer("other", "tea");
    assertEquals("tea", seen.value);
  }

  @Test
  public void lastly_runsEitherWay_andKeepsTheOutcome() {
    assertEquals("tea", see(done("tea").lastly(() -> log.add("end"))).value);
    assertEquals("down", see(failed("down").lastly(() -> log.add("end"))).error);
    assertEquals(2, log.size());
  }

  @Test
  public void lastly_thatThrows_failsTheFuture() {
    assertEquals(
        "end",
        see(done("tea").lastly(() -> {
              throw thrown("end");
            }))
            .error);
  }

  @Test
  public void listeners_hearTheirSide() {
    assertEquals("tea", see(done("tea").onValue(log::add)).value);
    Seen<String> handled = see(failed("down").onError(error -> log.add((String) error)));
    assertEquals("[tea, down]", "[" + log.get(0) + ", " + log.get(1) + "]");
    assertEquals(1, handled.times);
    assertNull(handled.value);
  }

  @Test
  public void all_givesTheValuesInOrder_orTheFirstError() {
    Seq<Future<String>> both = new Seq<>();
    both.add(done("a"));
    both.add(Future.of(send("b")));
    Seen<Seq<String>> seen = see(Future.all(world.environment(), both));
    answer("b", "b");
    assertEquals("a", seen.value.get(0));
    assertEquals("b", seen.value.get(1));
    both.set(1, failed("down"));
    assertEquals("down", see(Future.all(world.environment(), both)).error);
  }

  @Test
  public void of_leavesAFutureAsItIs() {
    Future<String> future = done("tea");
    assertSame(future, Future.of(future));
  }

  @Test
  public void cancel_withNothingToGiveUp_doesNothing() {
    Future<String> future = Future.of(send("tea"));
    future.cancel();
    Seen<String> seen = see(future);
    answer("tea", "still");
    assertEquals("still", seen.value);
  }

  @Test
  public void cancel_ofAChain_reachesTheSecondPart_alsoIfItBeginsLater() {
    Query<String> slow = Query.of(QueryKey.<String>of("slow")).queryFn(context -> send("slow"));
    Future<String> first = Future.of(send("first"));
    Future<String> chain = first.flatMap(value -> client.fetchQuery(slow));
    Seen<String> seen = see(chain);
    chain.cancel();
    answer("first", "go");
    assertEquals(true, client.isCancelled(seen.error));
    network.pending("slow").answer("too late");

    Seen<String> again = see(chainOf(slow));
    assertEquals(true, client.isCancelled(again.error));
    network.pending("slow").answer("too late");
  }

  private Future<String> chainOf(Query<String> slow) {
    Future<String> chain = done("go").flatMap(value -> client.fetchQuery(slow));
    world.advance(0);
    chain.cancel();
    return chain;
  }
}
