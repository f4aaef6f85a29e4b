package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Paper;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import org.junit.Test;

/** Over a reload an open conflict is listed with its three records, and a change that waits knows what the person saw. */
public class ConflictReloadTest extends ConflictCase {
  private QueryClient reloaded;

  @Test
  public void anOpenConflict_isListedWithTheThree() {
    saved();
    mutate(known(), fields("'title':'A'"));
    refuse("edit if 1", record(2, "theirs", "s1"));
    reload(left());
    IntentsObserver listed = new IntentsObserver(reloaded, undefined());
    assertEquals("conflict[title]", text(listed));
    assertEquals(
        record(1, "t0", "s0") + " " + record(1, "A", "s0") + " " + record(2, "theirs", "s1"),
        sides(only(listed)));
    assertEquals(record(2, "theirs", "s1"), shown());
  }

  @Test
  public void mineIsChosenThere_itIsSentOnTopOfTheirs() {
    saved();
    mutate(known(), fields("'title':'A'"));
    refuse("edit if 1", record(2, "theirs", "s1"));
    reload(left());
    IntentsObserver listed = new IntentsObserver(reloaded, undefined());
    only(listed).resolve.call("mine");
    assertEquals(record(2, "A", "s1"), shown());
    answer("edit if 2", record(3, "A", "s1"));
    assertEquals(record(3, "A", "s1"), shown());
  }

  @Test
  public void theyChangedItOnceMoreMeanwhile_thePersonIsAskedAgain() {
    saved();
    mutate(known(), fields("'title':'A'"));
    refuse("edit if 1", record(2, "theirs", "s1"));
    reload(left());
    IntentsObserver listed = new IntentsObserver(reloaded, undefined());
    IntentResult conflict = only(listed);
    reloaded.setQueryData(key("record"), json(record(3, "newer", "s1")), null);
    conflict.resolve.call("mine");
    settle();
    assertEquals("conflict[title]", text(listed));
    assertEquals(0, network.count("edit if 3"));
  }

  @Test
  public void itIsTakenInTwice_itIsListedOnce() {
    saved();
    mutate(known(), fields("'title':'A'"));
    refuse("edit if 1", record(2, "theirs", "s1"));
    Object written = left();
    reload(written);
    Hydration.hydrate(reloaded, written, null);
    assertEquals("conflict[title]", text(new IntentsObserver(reloaded, undefined())));
  }

  @Test
  public void theNextClientLacksTheFeature_itIsListedAsFailed() {
    saved();
    mutate(known(), fields("'title':'A'"));
    refuse("edit if 1", record(2, "theirs", "s1"));
    Object written = left();
    QueryClient plain = newClient();
    plain.setMutationDefaults(key("edit"), edit());
    leave();
    Hydration.hydrate(plain, written, null);
    assertEquals("failed[title]", text(new IntentsObserver(plain, undefined())));
  }

  @Test
  public void aChangeWaitsOffline_andTheyHaveChangedTheSameMeanwhile_itIsNotSent() {
    saved();
    env.online.setOnline(false);
    mutate(known(), fields("'title':'A'"));
    Object written = left();
    reload(written);
    reloaded.setQueryData(key("record"), json(record(2, "theirs", "s1")), null);
    env.online.setOnline(true);
    reloaded.resumePausedMutations();
    settle();
    IntentsObserver listed = new IntentsObserver(reloaded, undefined());
    assertEquals("conflict[title]", text(listed));
    assertEquals(record(1, "t0", "s0"), text(only(listed).base));
    assertEquals(0, network.calls().size());
  }

  @Test
  public void theStoredValueIsNewerThanTheOneThatWasSeen_theChangeIsNotSent() {
    saved();
    env.online.setOnline(false);
    mutate(known(), fields("'title':'A'"));
    client.setQueryData(key("record"), json(record(2, "theirs", "s1")), null);
    reload(left());
    env.online.setOnline(true);
    reloaded.resumePausedMutations();
    settle();
    assertEquals("conflict[title]", text(new IntentsObserver(reloaded, undefined())));
    assertEquals(0, network.calls().size());
  }

  @Test
  public void whatIsStoredIsNoConflict_itIsListedWithoutThem() {
    saved();
    mutate(known(), fields("'title':'A'"));
    refuse("edit if 1", record(2, "theirs", "s1"));
    Object written = left();
    Object mutation = env.values.items(env.values.field(written, "mutations")).get(0);
    Object other = env.values.with(
        written,
        "mutations",
        env.values.listOf(Seq.of(env.values.with(mutation, "conflict", "nonsense"))));
    reload(other);
    IntentsObserver listed = new IntentsObserver(reloaded, undefined());
    assertEquals("conflict[title]", text(listed));
    assertTrue(text(only(listed).base).equals("absent"));
    only(listed).resolve.call("mine");
    assertEquals("{'id':1,'title':'A'}", sent("edit if 2"));
  }

  private void saved() {
    reloaded = newClient(new QueryClientConfig().features(ConflictsFeature::conflicts));
    QueryOptions options = new QueryOptions();
    options.version = versioned("record").version;
    client.setQueryDefaults(key("record"), options);
    reloaded.setQueryDefaults(key("record"), options);
    watch(versioned("record"));
  }

  private MutationOptions known() {
    MutationOptions options = edit().mutationKey(key("edit"));
    reloaded.setMutationDefaults(key("edit"), options);
    return options;
  }

  private Object left() {
    world.runMicrotasks();
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateMutation = mutation -> true;
    return Paper.written(Hydration.dehydrate(client, all));
  }

  private void leave() {
    client.clear();
    settle();
    takeUnhandled();
    takeReports();
  }

  private void reload(Object written) {
    leave();
    Hydration.hydrate(reloaded, written, null);
  }

  private String shown() {
    return text(reloaded.getQueryData(key("record")));
  }
}
