package dev.sanguine.client;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.ScriptedNetwork;
import dev.sanguine.testkit.VirtualEnvironment;
import org.junit.After;

/** A typed client on virtual time, and what holds after every test: no timer, no report, no unhandled failure is left. */
public abstract class ClientCase {
  private static final double HOUR = 60 * 60 * 1000;

  /** A value of the program's own: immutable, with equals. */
  protected static final class Event {
    final String id;
    final String title;
    final double seats;

    Event(String id, String title, double seats) {
      this.id = id;
      this.title = title;
      this.seats = seats;
    }

    Event titled(String title) {
      return new Event(id, title, seats);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Event && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
      return toString().hashCode();
    }

    @Override
    public String toString() {
      return id + "/" + title + "/" + (int) seats;
    }
  }

  /** What became of a future. */
  protected static final class Seen<T> {
    T value;
    Object error;
    int times;
  }

  protected static final QueryKey<Event> EVENT = QueryKey.of("event", 1);
  /** A list of documents. */
  protected static final ListKey<Object, Object> EVENTS = QueryKey.ofList("events");

  protected final VirtualEnvironment world = new VirtualEnvironment();
  protected final ScriptedNetwork network = new ScriptedNetwork(world.environment());
  protected final Client client = new Client(world.environment());
  private final Seq<Task> stops = new Seq<>();

  protected final Mutation<String, Event> rename = Mutation.<String, Event>of(
          (title, context) -> send("rename to " + title))
      .optimistic((intent, title) -> intent.update(EVENT, old -> old.titled(title)));

  protected final Mutation<Object, Object> changing(Mutation.Optimistic<Object> optimistic) {
    return Mutation.<Object, Object>of((variables, context) -> send("save")).optimistic(optimistic);
  }

  protected final String shown() {
    return text(client.getQueryData(EVENTS));
  }

  protected final void listIs(String text) {
    client.setQueryData(EVENTS, json(text));
  }

  protected final String title() {
    return client.getQueryData(EVENT).title;
  }

  protected static Event tea() {
    return new Event("1", "Tea", 8);
  }

  /** A document; single quotes stand for double ones. */
  protected static Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  protected static String text(Object document) {
    return document == null ? "absent" : Json.stringify(document).replace('"', '\'');
  }

  /** Sends a request that waits for {@link #answer}. */
  @SuppressWarnings("unchecked")
  protected final <T> Thenable<T> send(String request) {
    return (Thenable<T>) (Thenable<?>) network.send(request, null);
  }

  protected final void answer(String request, Object value) {
    world.runMicrotasks();
    network.pending(request).answer(value);
    world.advance(0);
  }

  protected final void fail(String request) {
    world.runMicrotasks();
    network.pending(request).fail(request + " failed");
    world.advance(0);
  }

  protected final <T> Seen<T> see(Thenable<T> thenable) {
    Seen<T> seen = new Seen<>();
    thenable.done(
        value -> {
          seen.value = value;
          seen.times++;
        },
        error -> {
          seen.error = error;
          seen.times++;
        });
    world.advance(0);
    return seen;
  }

  /** The results that an observer tells, until the end of the test. */
  protected final <T> Seq<Result<T>> watch(Observer<T> observer) {
    Seq<Result<T>> told = new Seq<>();
    atEnd(observer.subscribe(told::add));
    world.advance(0);
    return told;
  }

  protected final void atEnd(Task task) {
    stops.add(task);
  }

  protected static String message(Object error) {
    return error instanceof Throwable ? ((Throwable) error).getMessage() : String.valueOf(error);
  }

  @After
  public void nothingIsLeft() {
    world.advance(0);
    stops.each(Task::run);
    client.clear();
    world.advance(HOUR);
    assertEquals("timers", 0, world.timersLeft());
    assertEquals(
        "unhandled", "[]", text(Json.arrayOf(world.unhandled().map(error -> message(error)))));
    assertEquals("reports", "[]", text(Json.arrayOf(world.reports())));
  }
}
