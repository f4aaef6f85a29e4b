package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.law.Updater;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Test;

/** The documented pattern over what is no confirmed value, and over one that was promised and comes later. */
public class PatternOverOtherValuesTest extends PatternCase {
  private final Seq<String> given = new Seq<>();

  /** Writes its title, and nothing over nothing. */
  private Updater title(String title) {
    return old -> {
      given.add(text(old));
      return env.values.isUndefined(old) ? undefined() : env.values.with(old, "t", title);
    };
  }

  @Test
  public void onlyAnotherChangeShows_itsFunctionIsGivenNothing_andWritesNothing() {
    mutate(
        with("A", "record", (intent, key) -> intent.set(key, json("{'t':'A'}"))).resync(false));
    settle();
    start(pattern("B", "record", title("B")));
    assertEquals("absent", join(given));
    assertEquals("{'t':'A'}", view("record"));
    fail("A");
    assertEquals("absent", view("record"));
  }

  @Test
  public void theFirstValueIsHeldBack_itsFunctionIsGivenNothing_andWritesNothing() {
    mutate(assign("A", "record", "t", "A"));
    mutate(with("B", "record", (intent, key) -> intent.set(key, json("{'t':'B'}"))));
    settle();
    outcome(client.fetchQuery(query("record")));
    answer("get record", "{'t':'t0'}");
    assertEquals("{'t':'B'}", view("record"));
    start(pattern("C", "record", title("C")));
    assertEquals("absent", join(given));
    fail("A");
    assertEquals("{'t':'B'}", view("record"));
    fail("B");
    assertEquals("{'t':'t0'}", view("record"));
  }

  // A value that was promised

  private void isPromised() {
    QueryClient server = newClient();
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = query -> true;
    world.advance(1);
    outcome(server.fetchQuery(QueryOptions.of(key("record"))
        .networkMode("always")
        .queryFn(context -> network.send("get promised", null))));
    DehydratedState page = Hydration.dehydrate(server, all);
    answer("get promised", "{'t':'t1'}");
    Hydration.hydrate(client, page, null);
    settle();
  }

  private MutationOptions withoutCancelling() {
    return plain("A")
        .networkMode("always")
        .onMutate((variables, context) -> readAndWrite("record", title("A")));
  }

  private void offline() {
    client.mount();
    atEnd(() -> client.unmount());
    cache("record", "{'t':'t0'}");
    env.online.setOnline(false);
  }

  @Test
  public void offline_whatWasPromisedComesWithTheNetwork_andReplacesWhatWasWritten() {
    offline();
    isPromised();
    assertEquals("paused", state("record").fetchStatus);
    start(withoutCancelling());
    assertEquals("{'t':'A'}", view("record"));
    env.online.setOnline(true);
    settle();
    assertEquals("{'t':'t1'}", view("record"));
  }

  @Test
  public void offline_whatWasPromisedIsCancelled_whatWasWrittenStays() {
    offline();
    isPromised();
    start(pattern("A", "record", title("A")).networkMode("always"));
    env.online.setOnline(true);
    settle();
    assertEquals("{'t':'A'}", view("record"));
  }
}
