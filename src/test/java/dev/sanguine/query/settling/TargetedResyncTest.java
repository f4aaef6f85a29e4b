package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import org.junit.Before;
import org.junit.Test;

/** The fetch after the settle goes where the option resync says. */
public class TargetedResyncTest extends EngineCase {
  @Before
  public void aRecordAndAListAreShown() {
    cache("record", "{'title':'t0'}");
    cache("list", "[1]");
    watch(query("record").staleTime(1e9));
    watch(query("list").staleTime(1e9));
  }

  private MutationOptions title(String name) {
    return setField(name, "title", name);
  }

  @Test
  public void targetedResync_fetchesTheTarget_andBakesWhatWasTouched() {
    mutate(title("A").resync(key("list")));
    answer("A", "{}");
    assertEquals(1, network.count("get list"));
    assertEquals(0, network.count("get record"));
    assertEquals("{'title':'A'}", base("record"));
    assertTrue(state("record").isInvalidated);
    assertNull(queryOf("record").gate());
    answer("get list", "[1,2]");
    assertEquals("[1,2]", view("list"));
    assertFalse(state("list").isInvalidated);
    assertNull(queryOf("list").gate());
    assertEquals(1, network.count("get list"));
  }

  @Test
  public void targetedResync_ofSeveralMutations_isOneFetch_afterTheLast() {
    mutate(title("A").resync(key("list")));
    mutate(setField("B", "by", "B").resync(prefix("list")));
    answer("A", "{}");
    assertEquals(0, network.count("get list"));
    answer("B", "{}");
    assertEquals(1, network.count("get list"));
    answer("get list", "[1,2]");
    world.advance(60 * 1000);
    assertEquals(1, network.count("get list"));
    assertEquals(0, network.count("get record"));
  }

  @Test
  public void targetedResync_waitsForAChangeOfTheTarget() {
    mutate(title("A").resync(key("list")));
    mutate(change("B", (intent, v) -> {
      intent.append(key("list"), 2.0);
      return undefined();
    }));
    answer("A", "{}");
    assertEquals(0, network.count("get list"));
    answer("B", "{}");
    assertEquals(1, network.count("get list"));
    assertEquals("[1,2]", view("list"));
  }

  @Test
  public void targetedResync_ofWhatIsTouchedToo_fetchesOnlyThat() {
    mutate(change("A", (intent, v) -> {
          intent.merge(key("record"), json("{'title':'A'}"));
          intent.append(key("list"), 2.0);
          return undefined();
        })
        .resync(key("list")));
    answer("A", "{}");
    assertEquals(1, network.count("get list"));
    assertEquals(0, network.count("get record"));
    assertEquals("[1,2]", view("list"));
    answer("get list", "[1,2]");
    assertNull(queryOf("list").gate());
  }

  @Test
  public void targetedResync_byFilters_fetchesEveryQueryThatTheyMean_alsoOneThatCameMeanwhile() {
    mutate(title("A").resync(new QueryFilters()));
    cache("more", "1");
    watch(query("more").staleTime(1e9));
    answer("A", "{}");
    assertEquals(1, network.count("get record"));
    assertEquals(1, network.count("get list"));
    assertEquals(1, network.count("get more"));
  }

  @Test
  public void targetedResync_ofAFailure_isNone() {
    Seq<String> events = cacheEvents();
    mutate(title("A").resync(key("list")));
    assertEquals("observerResultsUpdated | updated setState", join(events));
    fail("A");
    settle();
    assertEquals(0, network.count("get list"));
    assertFalse(state("list").isInvalidated);
    assertNull(queryOf("list").gate());
  }

  @Test
  public void targetedResync_ofAnUnknownOutcome_isSent() {
    mutate(title("A").resync(key("list")));
    lose("A");
    assertEquals(1, network.count("get list"));
    assertEquals(0, network.count("get record"));
    assertEquals("{'title':'t0'}", view("record"));
  }

  @Test
  public void targetedResync_thatIsPending_keepsNoFetchWaiting() {
    cache("other", "[{'id':1,'t':'t0'}]");
    Screen other = watch(query("other").staleTime(1e9));
    mutate(title("A").resync(key("other")));
    mutate(change("B", (intent, variables) -> {
      intent.merge(key("other"), json("{'id':1,'t':'B'}"));
      return undefined();
    }));
    answer("B", "'ok'");
    client.refetchQueries(key("other"), null);
    settle();
    answer("get other", "[{'id':1,'t':'B'},{'id':2}]");
    assertEquals("[{'id':1,'t':'B'},{'id':2}]", other.now());
    answer("A", "'ok'");
    assertEquals(2, network.count("get other"));
  }

  @Test
  public void targetedResync_ofAQueryThatNobodyWatches_marksItStale() {
    cache("idle", "1");
    mutate(title("A").resync(key("idle")));
    assertFalse(state("idle").isInvalidated);
    answer("A", "{}");
    assertTrue(state("idle").isInvalidated);
    assertNull(queryOf("idle").gate());
    assertEquals("1", view("idle"));
  }

  @Test
  public void targetedResync_ofAQueryThatIsNotThere_doesNothing() {
    mutate(title("A").resync(key("none")));
    answer("A", "{}");
    settle();
    assertEquals(0, network.count("get record"));
    assertEquals("{'title':'A'}", base("record"));
  }

  @Test
  public void targetedResync_theAnswerIsNotWrittenIntoTheTarget() {
    cache("detail", "{'id':1,'n':'x'}");
    watch(query("detail").staleTime(1e9));
    mutate(title("A").resync(key("detail")));
    answer("A", "{'id':1,'n':'answered'}");
    assertEquals("{'id':1,'n':'x'}", view("detail"));
  }

  @Test
  public void targetedResync_byAFunction_isAskedWithTheAnswerAndTheVariables() {
    Seq<String> asked = new Seq<>();
    mutate(
        title("A").resync((data, variables) -> {
          asked.add(text(data) + " " + variables);
          return key("list");
        }),
        "v");
    assertEquals("", join(asked));
    answer("A", "{'ok':true}");
    assertEquals("{'ok':true} v", join(asked));
    assertEquals(1, network.count("get list"));
    assertEquals(0, network.count("get record"));
  }

  @Test
  public void targetedResync_byAFunctionThatSaysTrueOrFalse() {
    mutate(title("A").resync((data, variables) -> true));
    answer("A", "{}");
    assertEquals(1, network.count("get record"));
    answer("get record", "{'title':'A'}");
    mutate(title("B").resync((data, variables) -> false));
    answer("B", "{}");
    assertEquals(1, network.count("get record"));
    assertEquals("{'title':'B'}", base("record"));
  }

  @Test
  public void targetedResync_byAFunctionThatThrows_isReported_andWhatWasTouchedIsFetched() {
    Outcome outcome = mutate(title("A").resync((data, variables) -> {
      throw thrown("no");
    }));
    answer("A", "{}");
    assertEquals("done: {}", outcome.toString());
    assertEquals(1, network.count("get record"));
    assertEquals(
        "resync threw; what the mutation #1 touched is fetched. Return true, false, a query key or"
            + " filters.",
        join(takeReports()));
  }

  @Test
  public void targetedResync_byAFunctionThatGivesSomethingElse_isReported() {
    mutate(title("A").resync((data, variables) -> "list"));
    answer("A", "{}");
    assertEquals(1, network.count("get record"));
    assertEquals(1, takeReports().size());
  }

  @Test
  public void resyncOfAnythingElse_isIgnored_andSaid() {
    mutate(title("A").resync((Object) "list"));
    answer("A", "{}");
    assertEquals("{'title':'A'}", view("record"));
    assertEquals(1, network.count("get record"));
    assertEquals(
        "mutation #1: resync is list, and is ignored; Sanguine's option of this name is true,"
            + " false, a key, filters or a function",
        join(takeReports()));
  }

  @Test
  public void pausedMutationsOfOneTarget_areResumedTogether() {
    env.online.setOnline(false);
    cache("other", "{}");
    mutate(title("A").resync(key("list")));
    mutate(change("B", (intent, v) -> {
          intent.merge(key("other"), json("{'b':1}"));
          return undefined();
        })
        .resync(key("list")));
    settle();
    env.online.setOnline(true);
    client.resumePausedMutations();
    settle();
    assertEquals(1, network.count("A"));
    assertEquals(1, network.count("B"));
  }
}
