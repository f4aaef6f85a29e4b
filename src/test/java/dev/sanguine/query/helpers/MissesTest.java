package dev.sanguine.query.helpers;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.callbacks.Optimistic;
import dev.sanguine.query.options.MutateOptions;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** In development, a helper that finds nothing to change says so: of which mutation, what, in which query, and why. */
public class MissesTest extends LawCase {
  private MutationOptions does(Optimistic optimistic) {
    return change("A", optimistic);
  }

  private String told(String value, Helper helper) {
    cache("q", value);
    mutate(does((intent, variables) -> {
      helper.on(intent, key("q"));
      return undefined();
    }));
    fail("A");
    return join(takeReports());
  }

  private void says(String value, String why, Helper helper) {
    String told = told(value, helper);
    assertEquals(
        told,
        why,
        told.replaceFirst(".* finds nothing to change in \\[\"q\"\\]: ", "")
            .replaceFirst("( as itself,|;).*", ""));
  }

  @Test
  public void whichMutation_whichHelper_whichValue_whichQuery() {
    cache("q", "[{'id':1}]");
    mutate(does((intent, variables) -> {
      intent.increment(key("q"), "n", 1, 9.0);
      return undefined();
    }));
    mutate(MutationOptions.create()
        .mutationKey(key("save"))
        .mutationFn((variables, context) -> network.send("B", null))
        .optimistic((intent, variables) -> {
          intent.merge(key("q"), json("{'id':'x','t':'new'}"));
          return undefined();
        }));
    Seq<String> told = takeReports();
    assertEquals(
        "mutation #1: increment of 9 finds nothing to change in [\"q\"]: the record is not there,"
            + " and the mutation shows nowhere; name a query that holds it, or do without"
            + " optimistic",
        told.get(0));
    assertEquals(
        0,
        told.get(1)
            .indexOf("mutation [\"save\"]: merge of {\"id\":\"x\",\"t\":\"new\"} finds nothing to"
                + " change in [\"q\"]: "));
  }

  @Test
  public void why() {
    Helper merge = (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"));
    says("[{'_id':1}]", "no record there has the field id", merge);
    says("7", "the data is no record and holds no list", merge);
    says(
        "[{'id':1}]",
        "the data is a list, and no id says which of its records is meant",
        (intent, key) -> intent.merge(key, json("{'t':'X'}")));
    says(
        "{'items':[{'id':1}]}",
        "the data holds no list",
        (intent, key) -> intent.append(key, json("{'id':2}")));
    says(
        "{'id':1}",
        "the data is that record itself, which is in no list",
        (intent, key) -> intent.remove(key, 1.0));
    says(
        "[{'id':1,'n':'5'}]",
        "n is no number there",
        (intent, key) -> intent.increment(key, "n", 1, 1.0));
    says("{'id':1}", "what it is given is no record", (intent, key) -> intent.merge(key, 5.0));
  }

  @Test
  public void whatMakesNoDifference_isNoMiss() {
    assertEquals(
        "",
        told("[{'id':1,'t':'X'}]", (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
    assertEquals("", told("{'id':1,'n':5}", (intent, key) -> intent.increment(key, "n", 0)));
    assertEquals("", told("[{'id':1}]", (intent, key) -> intent.upsert(key, json("{'id':1}"))));
  }

  @Test
  public void aQueryWithoutData_isPassedOver() {
    watch(query("q"));
    mutate(does((intent, variables) -> {
      intent.merge(key("q"), json("{'id':1}"));
      intent.remove(key("nobody's"), 1.0);
      return undefined();
    }));
    assertEquals("", join(takeReports()));
  }

  @Test
  public void oneOfTheQueriesThatFiltersMean_isEnough() {
    cache("q", "7");
    client.setQueryData(key("q", "list"), json("[{'id':1}]"), null);
    mutate(does((intent, variables) -> {
      intent.remove(prefix("q"), 1.0);
      return undefined();
    }));
    assertEquals("", join(takeReports()));
  }

  @Test
  public void aListThatLacksTheRecord_isToldOnlyIfTheMutationShowsNowhere() {
    cache("one", "{'id':1}");
    cache("list", "[{'id':2}]");
    mutate(does((intent, variables) -> {
      intent.merge(key("one"), json("{'id':1,'t':'X'}"));
      intent.merge(key("list"), json("{'id':1,'t':'X'}"));
      return undefined();
    }));
    assertEquals("", join(takeReports()));
    mutate(change("B", (intent, variables) -> {
      intent.merge(key("list"), json("{'id':1,'t':'X'}"));
      return undefined();
    }));
    assertEquals(1, takeReports().size());
  }

  @Test
  public void aChangeBehindAnother_isJudgedByWhatThatOneMade() {
    cache("list", "[]");
    mutate(does((intent, variables) -> {
      intent.append(key("list"), json("{'id':1}"));
      return undefined();
    }));
    mutate(change("B", (intent, variables) -> {
      intent.merge(key("list"), json("{'id':1,'t':'X'}"));
      return undefined();
    }));
    assertEquals("", join(takeReports()));
  }

  // Failed before it was sent

  @Test
  public void failedUnsent_withoutACallbackForErrors_isTold() {
    mutate(does((intent, variables) -> {
      throw thrown("a mistake");
    }));
    Optimistic nothing = (intent, variables) -> undefined();
    mutate(MutationOptions.create().optimistic(nothing));
    settle();
    assertEquals(
        "mutation #1 failed before it was sent, and has no onError that would say so"
            + " | mutation #2 failed before it was sent, and has no onError that would say so",
        join(takeReports()));
  }

  @Test
  public void failedUnsent_ifACallbackHearsOfIt_isNot() {
    Optimistic mistake = (intent, variables) -> {
      throw thrown("a mistake");
    };
    mutate(
        change("A", mistake).onError((error, variables, onMutateResult, context) -> undefined()));
    mutate(change("A", mistake)
        .onSettled((data, error, variables, onMutateResult, context) -> undefined()));
    MutationObserver observer = new MutationObserver(client, change("A", mistake));
    atEnd(observer.subscribe(result -> {}));
    MutateOptions callbacks = new MutateOptions();
    callbacks.onError = (error, variables, onMutateResult, context) -> undefined();
    observer.mutate(undefined(), callbacks).then(data -> null, error -> null);
    settle();
    assertEquals("", join(takeReports()));
  }

  @Test
  public void whatWasSent_orGivenUp_orIsPlain_isNot() {
    cache("record", "{'t':'t0'}");
    mutate(setField("A", "t", "new"));
    fail("A");
    env.online.setOnline(false);
    mutate(setField("B", "t", "newer"));
    settle();
    client.getMutationCache().getAll().get(1).cancel();
    mutate(MutationOptions.create());
    settle();
    env.online.setOnline(true);
    settle();
    assertEquals("", join(takeReports()));
  }
}
