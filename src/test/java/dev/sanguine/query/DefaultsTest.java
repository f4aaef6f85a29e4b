package dev.sanguine.query;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.query.options.DefaultOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SkipToken;
import org.junit.Test;

/** Options of the client, of a key's beginning and of a call, each over the one before. */
public class DefaultsTest extends EngineCase {
  private static QueryOptions stale(double time) {
    return new QueryOptions().staleTime(time);
  }

  @Test
  public void theClients_thenTheKeys_thenTheCalls() {
    DefaultOptions defaults = new DefaultOptions();
    defaults.queries = stale(1).gcTime(10).meta("client");
    client.setDefaultOptions(defaults);
    client.setQueryDefaults(key("a"), stale(2).gcTime(20));
    QueryOptions merged =
        client.defaultQueryOptions(QueryOptions.of(key("a", 1)).staleTime(3));
    assertEquals(3.0, merged.staleTime);
    assertEquals(20.0, merged.gcTime);
    assertEquals("client", merged.meta);
    assertEquals(1.0, client.defaultQueryOptions(QueryOptions.of(key("b"))).staleTime);
    assertSame(defaults, client.getDefaultOptions());
  }

  @Test
  public void severalKeysThatMatch_inTheOrderOfSetting() {
    client.setQueryDefaults(key("a"), stale(1).gcTime(10));
    client.setQueryDefaults(key("a", 1), stale(2));
    assertEquals(2.0, client.getQueryDefaults(key("a", 1, "x")).staleTime);
    assertEquals(10.0, client.getQueryDefaults(key("a", 1, "x")).gcTime);
    assertEquals(1.0, client.getQueryDefaults(key("a", 2)).staleTime);
    client.setQueryDefaults(key("a"), stale(9));
    assertEquals(9.0, client.getQueryDefaults(key("a")).staleTime);
    assertEquals(true, client.getQueryDefaults(key("a")).gcTime == null);
  }

  @Test
  public void defaultsOfAKey_bringTheFunction() {
    client.setQueryDefaults(key("q"), query("q"));
    Outcome outcome = outcome(client.fetchQuery(QueryOptions.of(key("q"))));
    answer("get q", "1");
    assertEquals("done: 1", outcome.toString());
  }

  @Test
  public void aQueryThatWasSetByHand_hasItsKeysDefaults() {
    client.setQueryDefaults(key("q"), new QueryOptions().gcTime(50).meta("m"));
    cache("q", "1");
    assertEquals("m", queryOf("q").getMeta());
  }

  @Test
  public void whatFollowsFromOthers_isFilledIn() {
    QueryOptions plain = client.defaultQueryOptions(QueryOptions.of(key("q")));
    assertEquals("[\"q\"]", plain.queryHash);
    assertEquals(true, plain.refetchOnReconnect);
    assertEquals(false, plain.throwOnError);
    assertEquals(true, plain._defaulted);
    assertSame(plain, client.defaultQueryOptions(plain));
    QueryOptions always = QueryOptions.of(key("q")).networkMode("always");
    assertEquals(false, client.defaultQueryOptions(always).refetchOnReconnect);
    QueryOptions suspense = QueryOptions.of(key("q"));
    suspense.suspense = true;
    assertEquals(true, client.defaultQueryOptions(suspense).throwOnError);
    QueryOptions skipped = QueryOptions.of(key("q"));
    skipped.queryFn = SkipToken.TOKEN;
    assertEquals(false, client.defaultQueryOptions(skipped).enabled);
    QueryOptions persisted = QueryOptions.of(key("q"));
    persisted.persister = (queryFn, context, query) -> null;
    assertEquals("offlineFirst", client.defaultQueryOptions(persisted).networkMode);
  }

  @Test
  public void mutations_theClients_theKeys_theCalls() {
    DefaultOptions defaults = new DefaultOptions();
    defaults.mutations = new MutationOptions().retry(1).networkMode("always");
    client.setDefaultOptions(defaults);
    client.setMutationDefaults(
        key("save"),
        new MutationOptions().retry(2).mutationFn((v, context) -> network.send("save", v)));
    MutationOptions merged =
        client.defaultMutationOptions(new MutationOptions().mutationKey(key("save", 1)));
    assertEquals(2.0, merged.retry);
    assertEquals("always", merged.networkMode);
    assertEquals(2.0, client.getMutationDefaults(key("save")).retry);
    assertEquals(true, client.getMutationDefaults(key("other")).retry == null);
    Outcome outcome = mutate(new MutationOptions().mutationKey(key("save", 1)).retry(0));
    fail("save");
    assertEquals("failed: save failed", outcome.toString());
  }

  @Test
  public void aHashFunctionAsDefault_filesAndFinds() {
    DefaultOptions defaults = new DefaultOptions();
    defaults.queries = new QueryOptions();
    defaults.queries.queryKeyHashFn = key -> "h:" + env.values.hashKey(key);
    client.setDefaultOptions(defaults);
    cache("q", "1");
    assertEquals("1", view("q"));
    assertTrue(client.getQueryCache().get("h:[\"q\"]") != null);
  }

  @Test
  public void aPersister_standsAroundTheFunction() {
    Seq<String> log = new Seq<>();
    QueryOptions options = query("q");
    options.persister = (queryFn, context, query) -> {
      log.add("persister " + query.queryHash);
      return queryFn.fetch(context);
    };
    outcome(client.fetchQuery(options));
    answer("get q", "1");
    assertEquals("1", view("q"));
    assertEquals("persister [\"q\"]", join(log));
    QueryOptions stored = query("r");
    stored.persister = (queryFn, context, query) -> json("'stored'");
    outcome(client.fetchQuery(stored));
    settle();
    assertEquals("'stored'", view("r"));
    assertEquals(0, network.count("get r"));
  }

  @Test
  public void aBehavior_canTakeTheFetchOver() {
    QueryOptions options = query("q");
    options.behavior =
        (context, query) -> context.fetchFn = () -> env.deferreds.resolve(json("'own'"));
    outcome(client.fetchQuery(options));
    settle();
    assertEquals("'own'", view("q"));
  }
}
