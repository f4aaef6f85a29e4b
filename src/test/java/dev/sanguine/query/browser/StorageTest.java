package dev.sanguine.query.browser;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Query;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryState;
import org.junit.Test;

/** What a persister is handed: the query with its confirmed state, then and later, never a change that may fail yet. */
public class StorageTest extends LawCase {
  private final Seq<Query> given = new Seq<>();

  /** Keeps the query that it is handed, and asks the server. */
  private QueryOptions stored() {
    QueryOptions options = query("record");
    options.persister = (queryFn, context, query) -> {
      given.add(query);
      return queryFn.fetch(context);
    };
    return options;
  }

  private String stateOfGiven() {
    return text(given.get(0).getState().data);
  }

  @Test
  public void itsState_isWhatIsConfirmed_thenAndLater() {
    cache("record", "{'id':1,'t':'t0'}");
    mutate(merge("A", "record", "{'t':'A'}"));
    settle();
    outcome(client.fetchQuery(stored()));
    settle();
    assertEquals("{'id':1,'t':'t0'}", stateOfGiven());
    answer("get record", "{'id':1,'t':'t1'}");
    assertEquals("{'id':1,'t':'A'}", view("record"));
    assertEquals("{'id':1,'t':'t1'}", stateOfGiven());
    answer("A", "'ok'");
    assertEquals("{'id':1,'t':'A'}", stateOfGiven());
  }

  @Test
  public void itsMembers_areTheQuerys() {
    outcome(client.fetchQuery(stored()));
    settle();
    Query query = given.get(0);
    Query own = client.getQueryCache().find(prefix("record"));
    assertEquals(own.queryHash, query.queryHash);
    assertEquals(false, query.isStaleByTime("static") != own.isStaleByTime("static"));
    answer("get record", "{'id':1}");
    query.invalidate();
    assertEquals(true, own.getState().isInvalidated);
  }

  @Test
  public void whatItSets_isSetInTheQuery() {
    cache("record", "{'id':1,'t':'t0'}");
    mutate(merge("A", "record", "{'t':'A'}"));
    outcome(client.fetchQuery(stored()));
    settle();
    answer("get record", "{'id':1,'t':'t1'}");
    QueryState state = given.get(0).getState();
    given.get(0).setState(state);
    assertEquals("{'id':1,'t':'A'}", view("record"));
    fail("A");
    assertEquals("{'id':1,'t':'t1'}", view("record"));
    assertEquals("success", Json.string(client.getQueryState(key("record")), "status"));
  }
}
