package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.pending.IntentsObserver;
import org.junit.Before;
import org.junit.Test;

/** A change of one field is sent as a whole record: what it has in the other fields is nobody's wish. */
public class WholeRecordTest extends ConflictCase {
  @Before
  public void bothAreWatched() {
    watch(versioned("record"));
    watch(versioned("list"));
  }

  @Test
  public void madeOfAnOlderCopy_itTakesNothingBackThatANewerOneHas() {
    cache("record", record(2, "t0", "S"));
    edit("put", "'title':'A','status':'s0','v':1");
    assertEquals("S", field("put if 2", "status"));
    assertEquals("A", field("put if 2", "title"));
    network.pending("put if 2").answer(json(record(3, "A", "S")));
    settle();
  }

  @Test
  public void whatItTookFromTheirs_staysTheirsForTheNextChange() {
    IntentsObserver listed = aWholeRecordIsFitted_andAChangeWaitsBehindIt();
    network.pending("put if 2").answer(json(record(3, "A", "S")));
    settle();
    assertEquals(0, network.count("edit if 3"));
    assertEquals("confirmed[title | status | v] | conflict[status]", text(listed));
    assertEquals("S", at("record", "status"));
  }

  @Test
  public void whatItTookFromTheirs_staysTheirsIfItIsGivenUp() {
    IntentsObserver listed = aWholeRecordIsFitted_andAChangeWaitsBehindIt();
    client.getMutationCache().getAll().get(0).cancel();
    settle();
    assertEquals(0, network.count("edit if 2"));
    assertEquals("unknown[title | status | v] | conflict[status]", text(listed));
    network.pending("put if 2").fail("late");
  }

  private IntentsObserver aWholeRecordIsFitted_andAChangeWaitsBehindIt() {
    IntentsObserver listed = all();
    atEnd(listed.subscribe(result -> {}));
    mutate(edit("put").scope("line"), fields("'title':'A','status':'s0','v':1"));
    mutate(edit("edit").scope("line"), fields("'status':'B'"));
    refuse("put if 1", record(2, "t0", "S"));
    assertEquals("S", field("put if 2", "status"));
    return listed;
  }

  private Object field(String request, String name) {
    world.runMicrotasks();
    return env.values.field(network.pending(request).payload, name);
  }

  private Object at(String query, String name) {
    return env.values.field(client.getQueryData(key(query)), name);
  }
}
