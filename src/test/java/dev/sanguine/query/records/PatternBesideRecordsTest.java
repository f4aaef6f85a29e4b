package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** The documented pattern of TanStack's guide on a list, beside changes of records in the same list. */
public class PatternBesideRecordsTest extends RecordCase {
  @Before
  public void twoLists() {
    listOf("open", "[{'id':1,'status':'open'},{'id':2,'status':'open'}]");
    listOf("paid", "[{'id':3,'status':'paid'}]");
  }

  /** Cancels, reads, writes by a function, and puts the snapshot back if it fails. */
  private MutationOptions pattern(String name, String cached, Updater updater) {
    return plain(name)
        .onMutate((variables, context) -> client
            .cancelQueries(prefix(cached), null)
            .then(
                done -> {
                  Object previous = client.getQueryData(key(cached));
                  client.setQueryData(key(cached), updater, null);
                  return Seq.of(previous);
                },
                null))
        .onError((error, variables, snapshot, context) ->
            client.setQueryData(key(cached), ((Seq<?>) snapshot).get(0), null));
  }

  private static Updater note(double id, String note) {
    return old -> Json.arrayOf(Json.items(old)
        .map(item -> Json.number(item, "id") == id ? Json.with(item, "note", note) : item));
  }

  private void start(MutationOptions options) {
    mutate(options);
    settle();
  }

  @Test
  public void theSnapshotIsPutBack_andTheRecordStaysWhereItWent() {
    start(merge("A", 2.0, "{'status':'paid'}"));
    start(pattern("P", "open", note(1, "x")));
    assertEquals("[{'id':1,'status':'open','note':'x'}]", view("open"));
    fail("P");
    assertEquals("1", ids("open"));
    assertEquals("2 | 3", ids("paid"));
    fail("A");
    assertEquals("[{'id':1,'status':'open'},{'id':2,'status':'open'}]", view("open"));
  }

  @Test
  public void theSnapshotWasReadBeforeTheChange() {
    start(pattern("P", "open", note(2, "x")));
    start(merge("A", 2.0, "{'status':'paid'}"));
    fail("P");
    assertEquals("1", ids("open"));
    assertEquals("2 | 3", ids("paid"));
    fail("A");
    assertEquals("[{'id':1,'status':'open'},{'id':2,'status':'open'}]", view("open"));
  }

  @Test
  public void theChangeFailsFirst() {
    start(merge("A", 2.0, "{'status':'paid'}"));
    start(pattern("P", "open", note(1, "x")));
    fail("A");
    assertEquals("[{'id':1,'status':'open','note':'x'},{'id':2,'status':'open'}]", view("open"));
    assertEquals("3", ids("paid"));
    fail("P");
    assertEquals("[{'id':1,'status':'open'},{'id':2,'status':'open'}]", view("open"));
  }

  @Test
  public void theListThatTheRecordEntered_isPutBack() {
    start(merge("A", 2.0, "{'status':'paid'}"));
    start(pattern("P", "paid", note(3, "x")));
    assertEquals("[{'id':2,'status':'paid'},{'id':3,'status':'paid','note':'x'}]", view("paid"));
    fail("P");
    assertEquals("[{'id':2,'status':'paid'},{'id':3,'status':'paid'}]", view("paid"));
    fail("A");
    assertEquals("[{'id':3,'status':'paid'}]", view("paid"));
  }

  @Test
  public void bothAreConfirmed() {
    start(merge("A", 2.0, "{'status':'paid'}"));
    start(pattern("P", "paid", note(3, "x")));
    answer("A", "'ok'");
    answer("P", "'ok'");
    assertEquals("[{'id':2,'status':'paid'},{'id':3,'status':'paid','note':'x'}]", view("paid"));
  }

  @Test
  public void aWriteByHandOfWhatIsShown_keepsTheRecordOnce() {
    start(merge("A", 2.0, "{'status':'paid'}"));
    client.setQueryData(
        key("paid"), json("[{'id':2,'status':'paid'},{'id':3,'status':'paid'}]"), null);
    assertEquals("2 | 3", ids("paid"));
    client.setQueryData(key("open"), client.getQueryData(key("open")), null);
    assertEquals("1", ids("open"));
  }
}
