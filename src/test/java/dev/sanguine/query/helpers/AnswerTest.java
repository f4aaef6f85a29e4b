package dev.sanguine.query.helpers;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** The record that a mutation answers is written over the cached one, but never over what others were changing meanwhile. */
public class AnswerTest extends EngineCase {
  @Before
  public void aRecord() {
    cache("record", "{'id':'r','title':'t0','status':'s0','n':0}");
  }

  private MutationOptions increment(String name) {
    return change(name, (intent, variables) -> {
      intent.increment(key("record"), "n", 1);
      return undefined();
    });
  }

  @Test
  public void whatTheServerAdds_isShownAtOnce() {
    mutate(setField("A", "title", "A"));
    answer("A", "{'id':'r','title':'A!','status':'s1'}");
    assertEquals("{'id':'r','title':'A!','status':'s1','n':0}", view("record"));
  }

  @Test
  public void anOlderChangeThatIsPending_staysOnScreen() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    answer("B", "{'id':'r','title':'t0','status':'B'}");
    assertEquals("{'id':'r','title':'A','status':'B','n':0}", view("record"));
    fail("A");
    assertEquals("{'id':'r','title':'t0','status':'B','n':0}", view("record"));
  }

  @Test
  public void anOlderChangeThatWasConfirmedMeanwhile_stays() {
    Screen screen = watch(query("record").staleTime(1e9));
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    answer("A", "'ok'");
    answer("B", "{'id':'r','title':'t0','status':'B'}");
    assertEquals("{'id':'r','title':'A','status':'B','n':0}", screen.now());
  }

  @Test
  public void anOlderChangeThatWasConfirmedAndBakedMeanwhile_stays() {
    mutate(setField("A", "title", "A"));
    mutate(setField("B", "status", "B"));
    answer("A", "'ok'");
    answer("B", "{'id':'r','title':'t0','status':'B'}");
    assertEquals("{'id':'r','title':'A','status':'B','n':0}", view("record"));
  }

  @Test
  public void aLaterIncrementThatTheServerHadTaken_isNotDoneTwice() {
    mutate(setField("A", "title", "A"));
    mutate(increment("N"));
    answer("A", "{'id':'r','title':'A','status':'s0','n':1}");
    assertEquals("{'id':'r','title':'A','status':'s0','n':1}", view("record"));
    answer("N", "'ok'");
    assertEquals("{'id':'r','title':'A','status':'s0','n':1}", view("record"));
  }

  @Test
  public void aLaterIncrementThatWasConfirmedBeforeThisWasSent_isNotDoneTwice() {
    Screen screen = watch(query("record").staleTime(1e9));
    env.online.setOnline(false);
    mutate(setField("A", "title", "A"));
    mutate(increment("N").networkMode("always"));
    answer("N", "'ok'");
    env.online.setOnline(true);
    client.resumePausedMutations();
    answer("A", "{'id':'r','title':'A','status':'s0','n':1}");
    assertEquals("{'id':'r','title':'A','status':'s0','n':1}", screen.now());
  }

  @Test
  public void aValueThatCameMeanwhile_isNotTakenBack() {
    Screen screen = watch(query("record"));
    mutate(change("A", (intent, variables) -> {
      intent.merge(key("record"), json("{'title':'A'}"));
      return undefined();
    }));
    answer("get record", "{'id':'r','title':'A','status':'s1','n':1}");
    answer("A", "{'id':'r','title':'A','status':'s0','n':0}");
    assertEquals("{'id':'r','title':'A','status':'s1','n':1}", screen.now());
  }

  @Test
  public void aChangeThatWasConfirmedBeforeThisWasSent_doesNotMatter() {
    mutate(setField("A", "title", "A"));
    answer("A", "'ok'");
    mutate(setField("B", "status", "B"));
    answer("B", "{'id':'r','title':'A','status':'B!'}");
    assertEquals("{'id':'r','title':'A','status':'B!','n':0}", view("record"));
  }
}
