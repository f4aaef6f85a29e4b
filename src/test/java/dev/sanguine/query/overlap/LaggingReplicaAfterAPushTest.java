package dev.sanguine.query.overlap;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.Hydration;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Paper;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/**
 * A push brings the change before its answer does: over the pushed value it makes no difference. All the same a replica that
 * lags does not bring back what was there before it.
 */
public class LaggingReplicaAfterAPushTest extends LawCase {
  private static final String OLD = "{'id':1,'t':'t0','n':0,'v':1}";
  private static final String NEW = "{'id':1,'t':'A','n':0,'v':2}";
  private Screen record;

  @Before
  public void aRecordWithVersions() {
    cache("record", OLD);
    record = watch(query("record").staleTime(1e12).version(Versions.by("v")));
  }

  private void isPushed(String document) {
    isPushed("record", document);
  }

  private void isPushed(String name, String document) {
    QueryClient server = newClient();
    world.advance(1);
    server.setQueryData(key(name), json(document), null);
    Hydration.hydrate(client, Paper.written(Hydration.dehydrate(server, null)), null);
    settle();
  }

  private String shownTitle() {
    return text(env.values.field(record.result().data, "t"));
  }

  private void lagsOnce() {
    answer("get record", OLD);
  }

  private void isPushedAndConfirmed(MutationOptions options, String answer) {
    mutate(options);
    settle();
    isPushed(NEW);
    assertEquals(NEW, record.now());
    answer("A", answer);
  }

  @Test
  public void theFetchAfterTheAnswerLags() {
    isPushedAndConfirmed(merge("A", "record", "{'t':'A'}"), NEW);
    lagsOnce();
    assertEquals("'A'", shownTitle());
    refetch("record");
    answer("get record", NEW);
    assertEquals(NEW, record.now());
  }

  @Test
  public void theFetchAfterTheAnswerLags_andTheAnswerSaysNoVersion() {
    isPushedAndConfirmed(merge("A", "record", "{'t':'A'}"), "'ok'");
    lagsOnce();
    assertEquals("'A'", shownTitle());
    refetch("record");
    answer("get record", NEW);
    assertEquals(NEW, record.now());
  }

  @Test
  public void aLaterFetchLags() {
    isPushedAndConfirmed(merge("A", "record", "{'t':'A'}"), NEW);
    answer("get record", NEW);
    refetch("record");
    lagsOnce();
    assertEquals(NEW, record.now());
  }

  @Test
  public void inAList_theFetchAfterTheAnswerLags() {
    cache("list", "[" + OLD + ",{'id':2,'v':1}]");
    Screen list = watch(query("list").staleTime(1e12).version(Versions.by("v")));
    mutate(merge("A", "list", "{'id':1,'t':'A'}"));
    settle();
    isPushed("list", "[" + NEW + ",{'id':2,'v':1}]");
    answer("A", NEW);
    answer("get list", "[" + OLD + ",{'id':2,'v':2}]");
    assertEquals("[{'id':1,'t':'A','n':0,'v':1},{'id':2,'v':2}]", list.now());
  }

  @Test
  public void theFetchAfterTheAnswerIsOfSomebodyElsesLaterChange_itIsTaken() {
    isPushedAndConfirmed(merge("A", "record", "{'t':'A'}"), NEW);
    answer("get record", "{'id':1,'t':'B','n':0,'v':3}");
    assertEquals("{'id':1,'t':'B','n':0,'v':3}", record.now());
    assertEquals(base("record"), record.now());
  }

  @Test
  public void thePushHasTheSameByChance_theFetchWithSomebodyElsesLaterChangeIsTaken() {
    mutate(merge("A", "record", "{'t':'A'}"));
    settle();
    isPushed("{'id':1,'t':'A','n':0,'v':2}");
    answer("A", "{'id':1,'t':'A','n':0,'v':3}");
    answer("get record", "{'id':1,'t':'B','n':0,'v':4}");
    assertEquals("{'id':1,'t':'B','n':0,'v':4}", record.now());
    assertEquals(base("record"), record.now());
  }

  @Test
  public void theAnswerIsOfAnotherRecord_theFetchIsTaken() {
    isPushedAndConfirmed(merge("A", "record", "{'t':'A'}"), "{'id':7,'v':9}");
    answer("get record", "{'id':1,'t':'B','n':0,'v':3}");
    assertEquals("{'id':1,'t':'B','n':0,'v':3}", record.now());
    assertEquals(base("record"), record.now());
  }
}
