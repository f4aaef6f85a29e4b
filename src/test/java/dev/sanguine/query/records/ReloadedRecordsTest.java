package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Paper;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/** A page with changes of records is left and rendered anew: they show again, also in lists that come later. */
public class ReloadedRecordsTest extends RecordCase {
  private QueryClient page;

  @Before
  public void offline() {
    client.mount();
    atEnd(() -> page.unmount());
    page = client;
    env.online.setOnline(false);
  }

  /** The mutations that both pages know. */
  private void defaultsOf(QueryClient of) {
    of.setMutationDefaults(key("pay"), pay());
    of.setMutationDefaults(key("make"), make());
    of.setQueryDefaults(
        key("open"),
        new QueryOptions().records(orders("{'where':{'status':{'equals':'open'}},'sort':'id'}")));
    of.setQueryDefaults(
        key("paid"),
        new QueryOptions().records(orders("{'where':{'status':{'equals':'paid'}},'sort':'id'}")));
    of.setQueryDefaults(key("two"), new QueryOptions().records(orders("{}")));
  }

  private MutationOptions pay() {
    return MutationOptions.create()
        .mutationKey(key("pay"))
        .mutationFn((id, context) -> network.send("pay", id))
        .optimistic((intent, id) -> {
          intent.record("order", id).merge(json("{'status':'paid'}"));
          return undefined();
        });
  }

  private MutationOptions make() {
    return MutationOptions.create()
        .mutationKey(key("make"))
        .mutationFn((record, context) -> network.send("make", record))
        .optimistic((intent, record) -> {
          TemporaryIds.temporary(intent, Json.get(record, "id"), null);
          intent.add("order", record);
          return undefined();
        });
  }

  private void reload() {
    Object written = Paper.written(Hydration.dehydrate(client, null));
    client.clear();
    settle();
    takeUnhandled();
    takeReports();
    client = newClient(new QueryClientConfig().features(RecordsFeature::records));
    client.mount();
    page = client;
    defaultsOf(client);
    Hydration.hydrate(client, written, null);
  }

  private void online() {
    env.online.setOnline(true);
    settle();
  }

  @Test
  public void whatWaited_showsAgain_inTheListsThatItLeavesAndEnters() {
    defaultsOf(client);
    cache("open", "[{'id':1,'status':'open'},{'id':2,'status':'open'}]");
    cache("paid", "[{'id':3,'status':'paid'}]");
    mutate(pay(), 2.0);
    settle();
    reload();
    assertEquals("1", ids("open"));
    assertEquals("2 | 3", ids("paid"));
    online();
    fail("pay");
    assertEquals("1 | 2", ids("open"));
    assertEquals("3", ids("paid"));
  }

  @Test
  public void inAListThatComesLater_itShowsToo() {
    defaultsOf(client);
    cache("open", "[{'id':2,'status':'open'}]");
    mutate(pay(), 2.0);
    settle();
    reload();
    assertEquals("", ids("open"));
    cache("paid", "[{'id':3,'status':'paid'}]");
    assertEquals("2 | 3", ids("paid"));
    cache("two", "{'id':2,'status':'open','note':'long'}");
    assertEquals("{'id':2,'status':'paid','note':'long'}", view("two"));
    assertEquals("[{'id':2,'status':'paid','note':'long'},{'id':3,'status':'paid'}]", view("paid"));
    online();
    answer("pay", "{'id':2,'status':'paid'}");
    assertEquals("[{'id':2,'status':'paid','note':'long'},{'id':3,'status':'paid'}]", base("paid"));
  }

  @Test
  public void whatIsWrittenDown_isTheConfirmedValue() {
    defaultsOf(client);
    cache("open", "[{'id':2,'status':'open'}]");
    cache("paid", "[]");
    mutate(pay(), 2.0);
    settle();
    reload();
    assertEquals("[{'id':2,'status':'open'}]", base("open"));
    assertEquals("[]", base("paid"));
  }

  @Test
  public void aRecordThatIsBeingMade_isMadeAfterTheReload() {
    defaultsOf(client);
    cache("open", "[{'id':1,'status':'open'}]");
    mutate(make(), json("{'id':'tmp','status':'open'}"));
    mutate(pay(), "tmp");
    settle();
    reload();
    cache("paid", "[]");
    assertEquals("1", ids("open"));
    assertEquals("'tmp'", ids("paid"));
    online();
    answer("make", "{'id':7,'status':'open'}");
    assertEquals("7", ids("paid"));
    answer("pay", "{'id':7,'status':'paid'}");
    assertEquals("7", ids("paid"));
    assertEquals("1", ids("open"));
  }

  @Test
  public void aPageThatWasRenderedMeanwhile_isUnderTheChange() {
    defaultsOf(client);
    cache("open", "[{'id':1,'status':'open'},{'id':2,'status':'open'}]");
    mutate(pay(), 2.0);
    settle();
    QueryClient server = newClient();
    world.advance(10);
    server.setQueryData(
        key("open"), json("[{'id':2,'status':'open'},{'id':5,'status':'open'}]"), null);
    server.setQueryData(key("paid"), json("[{'id':3,'status':'paid'}]"), null);
    Hydration.hydrate(client, Paper.written(Hydration.dehydrate(server, null)), null);
    settle();
    assertEquals("5", ids("open"));
    assertEquals("2 | 3", ids("paid"));
    online();
    fail("pay");
    assertEquals("2 | 5", ids("open"));
    assertEquals("3", ids("paid"));
  }
}
