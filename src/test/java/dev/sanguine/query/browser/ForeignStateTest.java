package dev.sanguine.query.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.Query;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.CacheEvent;
import jsinterop.base.Js;
import org.junit.Test;

/** States that are not whole, or have members of their own: those stay, what they lack is taken from where it is known. */
public class ForeignStateTest extends EngineCase {
  private static final String WHOLE =
      "'dataUpdateCount':1,'dataUpdatedAt':5,'error':null,'errorUpdateCount':0,"
          + "'errorUpdatedAt':0,'fetchFailureCount':0,'fetchFailureReason':null,'fetchMeta':null,'isInvalidated':false,"
          + "'status':'success','fetchStatus':'idle'";

  private Query build(String state) {
    return client
        .getQueryCache()
        .build(client, QueryOptions.of(key("a")), Js.uncheckedCast(json(state)));
  }

  private Object member(Object state, String name) {
    return env.values.field(state, name);
  }

  @Test
  public void membersOfItsOwn_stayOverEveryChange() {
    Query query = build("{'data':1,'savedBy':'app'," + WHOLE + "}");
    client.setQueryData(key("a"), 2.0, null);
    query.invalidate();
    assertEquals("app", member(query.getState(), "savedBy"));
    assertEquals(2.0, query.getState().data);
    assertTrue(query.getState().isInvalidated);
  }

  @Test
  public void membersOfItsOwn_comeWithAPartialState() {
    client.setQueryData(key("a"), 1.0, null);
    Query query = client.getQueryCache().find(prefix("a"));
    query.setState(Js.uncheckedCast(json("{'savedBy':'app','__proto__':{'data':7}}")));
    assertEquals("app", member(query.getState(), "savedBy"));
    assertEquals(1.0, query.getState().data);
    assertEquals("success", query.getState().status);
  }

  @Test
  public void aPartialState_changesWhatItNames() {
    client.setQueryData(key("a"), 1.0, null);
    Query query = client.getQueryCache().find(prefix("a"));
    query.setState(Js.uncheckedCast(json("{'errorUpdateCount':4,'dataUpdateCount':9}")));
    assertEquals(4, query.getState().errorUpdateCount);
    assertEquals(9, query.getState().dataUpdateCount);
    assertEquals(1.0, query.getState().data);
  }

  @Test
  public void aHydratedState_inAnyOrder_isWhole() {
    Hydration.hydrate(
        client,
        json("{'queries':[{'queryKey':['a'],'queryHash':'[\\'a\\']','state':{"
            + "'status':'success','data':1,'dataUpdatedAt':5}}]}"),
        null);
    Query query = client.getQueryCache().getAll().get(0);
    assertEquals(1.0, query.getState().data);
    assertEquals(0, query.getState().dataUpdateCount);
    assertEquals("idle", query.getState().fetchStatus);
    client.clear();
  }

  @Test
  public void aFetchThatHasNothingToGoBackTo_namesOnlyThatItIsOver() {
    client.prefetchQuery(query("a"));
    settle();
    Query query = client.getQueryCache().find(prefix("a"));
    query.setData(1.0, null);
    Seq<String> told = new Seq<>();
    atEnd(client.getQueryCache().subscribe((Listener<CacheEvent>)
        event -> told.add(text(event.action.state))));
    client.cancelQueries(null, null);
    assertEquals("{'fetchStatus':'idle'}", join(told));
    assertEquals("1", view("a"));
  }

  @Test
  public void membersOfAMutationsState_stay() {
    Mutation mutation = client
        .getMutationCache()
        .build(
            client,
            MutationOptions.create().mutationFn((variables, context) -> env.deferreds.resolve(3.0)),
            Js.uncheckedCast(
                json(
                    "{'data':null,'error':null,'failureCount':0,'failureReason':null,'isPaused':false,'status':'idle','savedBy':'app'}")));
    mutation.execute(1.0);
    settle();
    assertEquals("app", member(mutation.state, "savedBy"));
    assertEquals(3.0, mutation.state.data);
  }
}
