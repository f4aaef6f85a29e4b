package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** A change that throws when it is made again leaves its own view, is reported, and harms no other. */
public class ThrowingChangeTest extends EngineCase {
  private Screen screen;

  @Before
  public void aRecordIsShown() {
    cache("record", "{'title':'t0','items':[1]}");
    screen = watch(query("record").staleTime(1e9));
  }

  /** Works as long as the record has items. */
  private MutationOptions needsItems(String name) {
    return change(name, (intent, v) -> {
      intent.update(key("record"), old -> {
        if (Json.list(old, "items").size() == 0) {
          throw thrown("no items");
        }
        return Json.with(old, name, true);
      });
      return undefined();
    });
  }

  private void pushNothing() {
    client.setQueryData(key("record"), json("{'title':'t1','items':[]}"), null);
  }

  private void onlyOneReport() {
    Seq<String> reports = takeReports();
    assertEquals(1, reports.size());
    assertTrue(reports.get(0), reports.get(0).indexOf("[\"record\"]") >= 0);
  }

  @Test
  public void overANewBase_itIsLeftOut_andTheOthersStay() {
    mutate(needsItems("A"));
    mutate(setField("B", "by", "B"));
    pushNothing();
    assertEquals("{'title':'t1','items':[],'by':'B'}", screen.now());
    onlyOneReport();
  }

  @Test
  public void afterAnotherFailed_itIsLeftOut_andTheRestStays() {
    client.setQueryData(key("record"), json("{'title':'t0','items':[]}"), null);
    mutate(setField("A", "items", json("[1]")));
    mutate(needsItems("B"));
    mutate(setField("C", "by", "C"));
    assertEquals("{'title':'t0','items':[1],'B':true,'by':'C'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0','items':[],'by':'C'}", screen.now());
    onlyOneReport();
  }

  @Test
  public void itsMutationGoesOn_andItsSettlementHarmsNobody() {
    Outcome a = mutate(needsItems("A"));
    mutate(setField("B", "by", "B"));
    pushNothing();
    takeReports();
    fail("A");
    assertEquals("failed: A failed", a.toString());
    assertEquals("{'title':'t1','items':[],'by':'B'}", screen.now());
    fail("B");
    assertEquals("{'title':'t1','items':[]}", screen.now());
  }

  @Test
  public void itsConfirmation_isFollowedByTheFetch() {
    mutate(needsItems("A"));
    pushNothing();
    takeReports();
    answer("A", "{}");
    assertEquals(1, network.count("get record"));
    answer("get record", "{'title':'t1','items':[],'A':true}");
    assertEquals("{'title':'t1','items':[],'A':true}", screen.now());
  }

  @Test
  public void onlyTheViewInWhichItThrew_isWithoutIt() {
    cache("other", "{'items':[1]}");
    mutate(change("A", (intent, v) -> {
      Updater needs = old -> {
        if (Json.list(old, "items").size() == 0) {
          throw thrown("no items");
        }
        return Json.with(old, "A", true);
      };
      intent.update(key("record"), needs);
      intent.update(key("other"), needs);
      return undefined();
    }));
    pushNothing();
    takeReports();
    assertEquals("{'title':'t1','items':[]}", screen.now());
    assertEquals("{'items':[1],'A':true}", view("other"));
  }

  @Test
  public void theFirstTime_whatItThrowsIsTheMutationsFailure() {
    client.setQueryData(key("record"), json("{'title':'t0','items':[]}"), null);
    Outcome a = mutate(needsItems("A"));
    settle();
    assertEquals("failed: no items", a.toString());
    assertEquals(0, network.count("A"));
    assertEquals("{'title':'t0','items':[]}", screen.now());
    wasToldThatItFailedUnsent();
  }

  @Test
  public void overAQueryThatComesLater_itIsLeftOutThere() {
    mutate(change("A", (intent, v) -> {
      intent.update(key("later"), old -> {
        throw thrown("cannot");
      });
      return undefined();
    }));
    settle();
    client.setQueryData(key("later"), json("{'n':1}"), null);
    assertEquals("{'n':1}", view("later"));
    assertEquals(1, takeReports().size());
  }
}
