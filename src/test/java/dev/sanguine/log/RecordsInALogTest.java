package dev.sanguine.log;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.query.records.RecordsFeature;
import org.junit.Before;
import org.junit.Test;

/** Changes of records in the log: which record, and in each list what came of it. */
public class RecordsInALogTest extends LogCase {
  private interface Writes {
    void on(Intent intent);
  }

  private EventLog log;

  @Before
  public void twoLists() {
    client =
        new QueryClient(new QueryClientConfig().environment(env).features(RecordsFeature::records));
    listOf("open", "[{'id':1,'status':'open'},{'id':2,'status':'open'}]");
    listOf("paid", "[{'id':3,'status':'paid'}]");
    log = new EventLog(client, null);
  }

  private void listOf(String status, String document) {
    RecordsOption option = new RecordsOption();
    option.of = "order";
    option.where = json("{'status':{'equals':'" + status + "'}}");
    option.sort = "id";
    client.setQueryDefaults(key(status), new QueryOptions().records(option));
    cache(status, document);
  }

  private void orders(String name, Writes writes) {
    mutate(change(name, (intent, variables) -> {
      writes.on(intent);
      return env.values.undefined();
    }));
  }

  private void pay() {
    orders("A", intent -> intent.record("order", 2.0).merge(json("{'status':'paid'}")));
  }

  @Test
  public void aChange_saysItsRecord() {
    pay();
    orders("B", intent -> {
      intent.record("order", 1.0).increment("n", 2);
      intent.record("order", "3").remove();
      intent.record("order", 1.0).update(old -> old);
      intent.add("order", json("{'id':9,'status':'void'}"));
    });
    Seq<String> said = new Seq<>();
    log.events().filter(event -> event.type.equals("issued")).each(event -> Json.list(
            EventLog.json(event), "changes")
        .each(change -> said.add(text(change).replaceFirst("'change':\\d+,", ""))));
    assertEquals("{'record':'order','id':2,'op':'merge','value':{'status':'paid'}}", said.get(0));
    assertEquals("{'record':'order','id':1,'op':'increment','field':'n','by':2}", said.get(1));
    assertEquals("{'record':'order','id':'3','op':'remove','value':'3'}", said.get(2));
    assertEquals("{'record':'order','id':1,'op':'function'}", said.get(3));
    assertEquals(
        "{'record':'order','id':9,'op':'add','value':{'id':9,'status':'void'}}", said.get(4));
  }

  /** What a replay shows at each place is what was shown then. */
  @Test
  public void aReplay_showsTheListsAsTheyWere() {
    pay();
    String enteredView = view("paid");
    orders("B", intent -> intent.record("order", 2.0).increment("n", 1));
    String countedView = view("paid");
    fail("A");
    String backView = view("open");
    answer("B", "{'id':2,'status':'open','n':1}");
    Replay replay = new Replay(log.export(), null);
    Seq<String> paid = new Seq<>();
    Seq<String> open = new Seq<>();
    for (int i = 0; i <= replay.getLength(); i++) {
      replay.at(i);
      note(paid, text(replay.query(hash("paid")).view));
      note(open, text(replay.query(hash("open")).view));
    }
    assertEquals(true, paid.has(enteredView));
    assertEquals(true, paid.has(countedView));
    assertEquals(true, open.has(backView));
    assertEquals(view("paid"), text(replay.query(hash("paid")).view));
    assertEquals(view("open"), text(replay.query(hash("open")).view));
  }

  private static void note(Seq<String> all, String one) {
    if (!all.has(one)) {
      all.add(one);
    }
  }

  @Test
  public void aReplayWithTheAppsFunctions_goesByWhatWasRecorded() {
    mutate(
        change("A", (intent, id) -> {
              intent.record("order", id).merge(json("{'status':'paid'}"));
              return env.values.undefined();
            })
            .mutationKey(key("pay")),
        2.0);
    String entered = view("paid");
    QueryClient other =
        new QueryClient(new QueryClientConfig().environment(env).features(RecordsFeature::records));
    other.setMutationDefaults(key("pay"), change("A", (intent, id) -> {
      intent.record("order", id).merge(json("{'status':'lost'}"));
      return env.values.undefined();
    }));
    ReplayOptions options = new ReplayOptions();
    options.client = other;
    Replay replay = new Replay(log.export(), options);
    replay.at(replay.getLength());
    assertEquals(entered, text(replay.query(hash("paid")).view));
    assertEquals(false, replay.query(hash("paid")).exact);
  }

  @Test
  public void aLogWithARecordThatIsNone_isRefused() {
    pay();
    String exported = text(EventLog.json(log.events().get(0)));
    assertEquals(true, exported.contains("'record':'order'"));
    String broken = Json.stringify(Json.parse(String.valueOf(log.export())))
        .replace("\"record\":\"order\"", "\"record\":7");
    String said =
        String.valueOf(env.errors.attempt(() -> new Replay(broken, null), String::valueOf));
    assertEquals(
        true, said.contains("Replay: events[0].changes[0].record is 7 but must be a text"));
  }
}
