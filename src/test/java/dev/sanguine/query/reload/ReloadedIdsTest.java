package dev.sanguine.query.reload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Paper;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pending.IntentsObserver;
import org.junit.Test;

/** What waits for a record that is being made, over a reload: it goes on under the real id or is taken back, and says so. */
public class ReloadedIdsTest extends ReloadCase {
  private static final String TAKEN_BACK = "a restored change was taken back";

  private void makes() {
    mutate(known("create", create("create", "list")), json("{'id':'t','n':'new'}"));
  }

  private void patches() {
    mutate(known("patch", patch("patch", "list")), json("{'id':'t','n':'newer'}"));
  }

  @Test
  public void itsRecordIsBeingMade_andThatIsNotStored_itIsTakenBackAtOnce_andReported() {
    makes();
    patches();
    settle();
    reload(left());
    assertEquals("error", states());
    assertTrue(wasReported(TAKEN_BACK));
    assertEquals("[{'id':1,'n':'x'}]", shown("list"));
    resume();
    assertEquals(0, network.count("patch"));
    String message = Outcome.message(restored().get(0).state.error);
    assertTrue(
        message, message.indexOf("is about t, a record whose mutation was not restored") >= 0);
  }

  @Test
  public void itIsNotListedAsQueued_whenItWasTakenBack() {
    makes();
    patches();
    settle();
    IntentsObserver observer = new IntentsObserver(reloaded, undefined());
    reload(left());
    assertEquals("failed", join(observer.getCurrentResult().map(intent -> intent.state)));
    takeReports();
  }

  @Test
  public void itIsNotListedAsQueued_byWhoeverLooksLater() {
    makes();
    patches();
    settle();
    reload(left());
    resume();
    IntentsObserver observer = new IntentsObserver(reloaded, undefined());
    observer.getCurrentResult().each(intent -> intent.retry.get());
    settle();
    assertEquals("failed", join(observer.getCurrentResult().map(intent -> intent.state)));
    assertEquals("error", states());
    assertEquals(0, network.count("patch"));
    takeReports();
  }

  @Test
  public void bothAreStored_theyGoOnInTheirOrder_underTheRealId() {
    offline();
    makes();
    patches();
    settle();
    reload(left());
    assertEquals("[{'id':1,'n':'x'},{'id':'t','n':'newer'}]", shown("list"));
    resume();
    assertEquals(0, network.count("patch"));
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("{'id':2,'n':'newer'}", sent("patch"));
    answer("patch", "{'id':2,'n':'newer'}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'newer'}]", shown("list"));
  }

  @Test
  public void theOneThatMakesItWasInFlight_andIsStored_bothGoOn() {
    makes();
    patches();
    settle();
    reload(leftWithAll());
    resume();
    assertEquals(2, network.count("create"));
    assertEquals(0, network.count("patch"));
    network.last("create").answer(json("{'id':2,'n':'new'}"));
    settle();
    assertEquals("{'id':2,'n':'newer'}", sent("patch"));
    answer("patch", "{'id':2,'n':'newer'}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'newer'}]", shown("list"));
  }

  @Test
  public void theOneThatMakesIt_standsBehindInTheStore_bothGoOn() {
    offline();
    makes();
    patches();
    settle();
    Object written = left();
    Object turned = Json.with(
        written,
        "mutations",
        Json.array(
            Json.list(written, "mutations").get(1),
            Json.list(written, "mutations").get(0)));
    reload(turned);
    resume();
    assertEquals(0, network.count("patch"));
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("{'id':2,'n':'newer'}", sent("patch"));
    answer("patch", "{}");
  }

  @Test
  public void theOneThatMakesIt_failsAfterTheReload_bothAreTakenBack() {
    offline();
    makes();
    patches();
    settle();
    reload(left());
    resume();
    fail("create");
    assertEquals("error | error", states());
    assertEquals(0, network.count("patch"));
    assertEquals("[{'id':1,'n':'x'}]", shown("list"));
  }

  @Test
  public void aRecordThatWouldBelongToOne_whichNobodyMakes_failsWithIt_andWhatWaitsForThatOne() {
    makes();
    mutate(
        known("child", change("child", (intent, record) -> {
          TemporaryIds.temporary(intent, "u", null);
          intent.append(key("list"), record);
          return undefined();
        })),
        json("{'id':'u','parent':'t'}"));
    mutate(known("patch", patch("patch", "list")), json("{'id':'u','n':'grandchild'}"));
    settle();
    reload(left());
    assertEquals("error | error", states());
    assertEquals("[{'id':1,'n':'x'}]", shown("list"));
    takeReports();
    resume();
    assertEquals(0, network.count("child") + network.count("patch"));
  }

  @Test
  public void aPlainMutation_goesOnWithTheRealId() {
    offline();
    makes();
    mutate(known("share", plain("share")), json("{'with':[{'item':'t'}]}"));
    settle();
    reload(left());
    resume();
    assertEquals(0, network.count("share"));
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("{'with':[{'item':2}]}", sent("share"));
    answer("share", "{}");
  }

  @Test
  public void theOneThatMakesIt_isNotKnownToTheNextPage_itIsTakenBackToo() {
    offline();
    mutate(create("create", "list").mutationKey(key("unknown")), json("{'id':'t','n':'new'}"));
    patches();
    settle();
    reload(left());
    takeReports();
    resume();
    assertEquals(0, network.count("patch"));
    assertEquals("error | error", states());
    assertEquals("[{'id':1,'n':'x'}]", shown("list"));
    takeReports();
  }

  @Test
  public void aPlainMutation_isNotSentWithATemporaryId() {
    makes();
    mutate(known("share", plain("share")), json("{'item':'t'}"));
    settle();
    reload(left());
    assertTrue(wasReported(TAKEN_BACK));
    resume();
    assertEquals(0, network.count("share"));
    assertEquals("error", states());
  }

  @Test
  public void severalWaiters_leaveInTheirOrder_afterTheReloadToo() {
    offline();
    makes();
    mutate(known("P1", patch("P1", "list")), json("{'id':'t','n':'1'}"));
    mutate(known("P2", patch("P2", "list")), json("{'id':'t','n':'2'}"));
    settle();
    reload(left());
    resume();
    answer("create", "{'id':2,'n':'new'}");
    assertEquals(1, network.count("P1"));
    assertEquals(0, network.count("P2"));
    answer("P1", "{}");
    assertEquals("{'id':2,'n':'2'}", sent("P2"));
    answer("P2", "{}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'2'}]", shown("list"));
  }

  @Test
  public void whatWaitsForNothing_goesOnBesideOneThatIsTakenBack() {
    makes();
    settle();
    offline();
    mutate(known("A", increment("A", "record")));
    patches();
    settle();
    reload(left());
    assertTrue(wasReported(TAKEN_BACK));
    assertEquals("pending | error", states());
    resume();
    answer("A", "{}");
    assertEquals("{'n':1}", shown("record"));
    assertEquals(0, network.count("patch"));
  }

  @Test
  public void takenInOnceMore_oneThatWasTakenBackIsTheSame() {
    makes();
    patches();
    settle();
    Object written = left();
    reload(written);
    takeReports();
    Hydration.hydrate(reloaded, written, null);
    assertEquals("error", states());
    assertEquals(0, takeReports().size());
  }

  @Test
  public void takenInByThePageItself_ifTheRealIdIsKnownByNow_itIsSentUnderThat() {
    makes();
    mutate(known("patch", patch("patch", "list")), json("{'id':'t','n':'newer'}"));
    settle();
    Object written = left();
    client.getMutationCache().remove(mutationAt(1));
    settle();
    takeUnhandled();
    answer("create", "{'id':2,'n':'new'}");
    client.setMutationDefaults(key("patch"), patch("patch", "list"));
    Hydration.hydrate(client, written, null);
    client.resumePausedMutations();
    settle();
    assertEquals("{'id':2,'n':'newer'}", sent("patch"));
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'newer'}]", view("list"));
    answer("patch", "{}");
  }

  @Test
  public void aFailedOne_whoseRecordWasNotMade_isNotSentWithTheTemporaryId_byItsRetry() {
    makes();
    patches();
    settle();
    fail("create");
    DehydrateOptions onlyThePatch = new DehydrateOptions();
    onlyThePatch.shouldDehydrateMutation = mutation -> mutation.mutationId == 2;
    IntentsObserver observer = new IntentsObserver(reloaded, undefined());
    reload(Paper.written(Hydration.dehydrate(client, onlyThePatch)));
    takeReports();
    observer.getCurrentResult().each(intent -> intent.retry.get());
    settle();
    assertEquals(0, network.count("patch"));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void aFailedOne_isSentUnderTheRealId_whenItsRecordIsMadeByARetry() {
    makes();
    patches();
    settle();
    fail("create");
    IntentsObserver observer = new IntentsObserver(reloaded, undefined());
    reload(leftWithAll());
    assertEquals(2, observer.getCurrentResult().size());
    observer.getCurrentResult().get(0).retry.get();
    settle();
    network.last("create").answer(json("{'id':2,'n':'new'}"));
    settle();
    observer
        .getCurrentResult()
        .first(intent -> intent.state.equals("failed"))
        .retry
        .get();
    settle();
    assertEquals("{'id':2,'n':'newer'}", sent("patch"));
    answer("patch", "{}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'newer'}]", shown("list"));
  }

  /** A creation that failed, listed by the page after the reload; and a change of its record there. */
  private IntentsObserver afterAFailedCreation() {
    mutate(known("create", create("create", "list").scope("s")), json("{'id':'t','n':'new'}"));
    settle();
    fail("create");
    IntentsObserver observer = new IntentsObserver(reloaded, undefined());
    reload(leftWithAll());
    return observer;
  }

  @Test
  public void aCreationThatFailedOnThePageBefore_makesNothing_aChangeOfItsRecordFailsAtOnce() {
    MutationOptions patch = patch("patch", "list").scope("s");
    afterAFailedCreation();
    Outcome changed = new Outcome(
        this, new MutationObserver(reloaded, patch).mutate(json("{'id':'t','n':'newer'}"), null));
    settle();
    String message = changed.toString();
    assertTrue(message, message.indexOf("is about a record that was not made: t") >= 0);
    assertEquals("[{'id':1,'n':'x'}]", shown("list"));
    wasToldThatItFailedUnsent();
  }

  @Test
  public void
      aCreationThatFailedOnThePageBefore_isRetried_whatWaitsForItInItsScope_isSentAfterIt() {
    MutationOptions patch = patch("patch", "list").scope("s");
    afterAFailedCreation().getCurrentResult().get(0).retry.get();
    Outcome changed = new Outcome(
        this, new MutationObserver(reloaded, patch).mutate(json("{'id':'t','n':'newer'}"), null));
    settle();
    assertEquals(0, network.count("patch"));
    network.last("create").answer(json("{'id':2,'n':'new'}"));
    settle();
    assertEquals("{'id':2,'n':'newer'}", sent("patch"));
    answer("patch", "{'id':2,'n':'newer'}");
    assertEquals("done: {'id':2,'n':'newer'}", changed.toString());
  }

  @Test
  public void idsThatAreNone_inAStoreThatSomebodyElseWrote_harmNobody() {
    offline();
    mutate(known("A", increment("A", "record")));
    settle();
    Object written = left();
    Object mutation = Json.list(written, "mutations").get(0);
    leave();
    for (String awaits : new String[] {"7", "[1,null,{}]", "{}", "'t'"}) {
      QueryClient next = newClient();
      next.setMutationDefaults(key("A"), increment("A", "record"));
      Object changed = Json.array(Json.with(mutation, "awaits", json(awaits)));
      Hydration.hydrate(next, Json.with(written, "mutations", changed), null);
      assertEquals(awaits, "{'n':1}", text(next.getQueryData(key("record"))));
      next.clear();
    }
    takeReports();
  }
}
