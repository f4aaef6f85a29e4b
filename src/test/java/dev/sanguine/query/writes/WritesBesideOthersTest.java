package dev.sanguine.query.writes;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/** What is written by hand leaves the changes of others in place, also if it looks as if it held them. */
public class WritesBesideOthersTest extends LawCase {
  private Screen record;
  private Screen list;

  @Before
  public void aRecordAndAListAreShown() {
    cache("record", "{'id':1,'n':0,'seen':false}");
    cache("list", "[{'id':1,'n':'x'}]");
    record = watch(query("record").staleTime(1e12));
    list = watch(query("list").staleTime(1e12));
  }

  @Test
  public void
      anUpdater_whileConfirmedChangesOfTheSameField_andTheirAnswer_areInTheLog_leavesThem() {
    mutate(increment("A", "record"));
    answer("A", "{'id':1,'n':7}");
    mutate(increment("B", "record"));
    mutate(increment("C", "record"));
    settle();
    answer("B", "'ok'");
    assertEquals("{'id':1,'n':9,'seen':false}", record.now());
    client.setQueryData(key("record"), (Updater) old -> Json.with(old, "seen", true), null);
    assertEquals("{'id':1,'n':9,'seen':true}", record.now());
    fail("C");
    assertEquals("{'id':1,'n':8,'seen':true}", record.now());
  }

  @Test
  public void aRecordThatWasNeverSent_isNotSomebodyElsesThatLooksLikeIt() {
    mutate(plain("first").scope("s"));
    mutate(create("create", "list").scope("s"), json("{'id':'t','n':'new'}"));
    settle();
    client.setQueryData(key("list"), json("[{'id':1,'n':'x'},{'id':3,'n':'new'}]"), null);
    assertEquals("[{'id':1,'n':'x'},{'id':3,'n':'new'},{'id':'t','n':'new'}]", list.now());
    answer("first", "'ok'");
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("[{'id':1,'n':'x'},{'id':3,'n':'new'},{'id':2,'n':'new'}]", list.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':3,'n':'new'},{'id':2,'n':'new'}]");
  }

  @Test
  public void aPushThatHoldsTheNewerOfTwo_whichFails_theOlderShows() {
    cache("record", "{'t':'t0'}");
    mutate(merge("A", "record", "{'t':'A'}"));
    mutate(assign("B", "record", "t", "B"));
    settle();
    client.setQueryData(key("record"), json("{'t':'B','s':1}"), null);
    assertEquals("{'t':'B','s':1}", view("record"));
    fail("B");
    assertEquals("{'t':'A','s':1}", view("record"));
    answer("A", "'ok'");
    assertEquals("{'t':'A','s':1}", view("record"));
  }

  @Test
  public void aPushOfWhatIsShown_theNewerOfTwoFails_theOlderShows() {
    cache("record", "{'t':'t0'}");
    mutate(assign("A", "record", "t", "A"));
    mutate(merge("B", "record", "{'t':'B'}"));
    settle();
    client.setQueryData(key("record"), json("{'t':'B'}"), null);
    assertEquals("{'t':'B'}", view("record"));
    fail("B");
    assertEquals("{'t':'A'}", view("record"));
    answer("A", "'ok'");
    assertEquals("{'t':'A'}", view("record"));
  }

  @Test
  public void withVersions_aPushThatHoldsTheNewestOfThree_staysWhenTheOlderOnesAreConfirmed() {
    client.setQueryDefaults(key("quiet"), new QueryOptions().version(Versions.by("v")));
    cache("quiet", "{'id':1,'t':'t0','v':1}");
    mutate(assign("A", "quiet", "t", "A"));
    mutate(assign("B", "quiet", "t", "B"));
    mutate(assign("C", "quiet", "t", "C"));
    settle();
    client.setQueryData(key("quiet"), json("{'id':1,'t':'C','v':3,'s':1}"), null);
    answer("A", "{'id':1,'t':'A','v':1}");
    answer("B", "'ok'");
    answer("C", "{'id':1,'t':'C','v':3}");
    assertEquals("{'id':1,'t':'C','v':3,'s':1}", view("quiet"));
  }

  @Test
  public void withVersions_anOlderOneThatWasSentAfterThePush_isNotHiddenByTheNewerOnesAnswer() {
    client.setQueryDefaults(key("quiet"), new QueryOptions().version(Versions.by("v")));
    client.mount();
    atEnd(() -> client.unmount());
    cache("quiet", "{'id':1,'t':'t0','v':1}");
    env.online.setOnline(false);
    mutate(assign("B", "quiet", "t", "B"));
    mutate(assign("A", "quiet", "t", "A").networkMode("always"));
    settle();
    client.setQueryData(key("quiet"), json("{'id':1,'t':'C','v':3}"), null);
    env.online.setOnline(true);
    settle();
    answer("A", "{'id':1,'t':'A','v':2}");
    assertEquals("{'id':1,'t':'B','v':3}", view("quiet"));
    answer("B", "'ok'");
  }
}
