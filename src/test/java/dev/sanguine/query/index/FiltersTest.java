package dev.sanguine.query.index;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Seq;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Test;

/** Which queries filters mean: by prefix, in depth, exactly, by use, staleness, fetch status and predicate; in order. */
public class FiltersTest extends EngineCase {
  private void put(Object... parts) {
    client.setQueryData(key(parts), 1.0, null);
  }

  private String found(Object filters) {
    Seq<String> hashes = new Seq<>();
    Seq<Query> queries = client.getQueryCache().findAll(filters);
    for (int i = 0; i < queries.size(); i++) {
      hashes.add(queries.get(i).queryHash.replace('"', '\''));
    }
    return join(hashes);
  }

  @Test
  public void prefix_inTheOrderOfMaking() {
    put("b", 1);
    put("a", 2);
    put("a");
    put("a", 1, "x");
    put("ab");
    assertEquals("['a',2] | ['a'] | ['a',1,'x']", found(prefix("a")));
    assertEquals("['a',1,'x']", found(prefix("a", 1)));
    assertEquals("", found(prefix("a", 3)));
    assertEquals("['b',1] | ['a',2] | ['a'] | ['a',1,'x'] | ['ab']", found(null));
    assertEquals(5, client.getQueryCache().findAll(prefix()).size());
  }

  @Test
  public void aRemovedQuery_isNotFound_andOneMadeAgainIsLast() {
    put("a", 1);
    put("a", 2);
    put("a", 3);
    client.removeQueries(prefix("a", 1));
    assertEquals("['a',2] | ['a',3]", found(prefix("a")));
    put("a", 1);
    assertEquals("['a',2] | ['a',3] | ['a',1]", found(prefix("a")));
    client.removeQueries(prefix("a"));
    assertEquals("", found(prefix("a")));
  }

  @Test
  public void objectsMatchInDepth_byTheMembersThatTheFilterHas() {
    put("a", json("{'page':1,'sort':{'by':'x','up':true}}"));
    put("a", json("{'sort':{'by':'y'},'page':2}"));
    put("a", json("[1,2,3]"), "end");
    put("a", "text");
    assertEquals(
        "['a',{'page':1,'sort':{'by':'x','up':true}}]", found(prefix("a", json("{'page':1}"))));
    assertEquals(
        "['a',{'page':1,'sort':{'by':'x','up':true}}]",
        found(prefix("a", json("{'sort':{'up':true}}"))));
    assertEquals("['a',[1,2,3],'end']", found(prefix("a", json("[1,2]"))));
    assertEquals("", found(prefix("a", json("[2]"))));
    assertEquals(2, client.getQueryCache().findAll(prefix("a", json("{}"))).size());
  }

  @Test
  public void aListAndAnObject_neverMatch() {
    put("a", json("['x','y']"));
    put("b", json("{'0':'x'}"));
    assertEquals("", found(prefix("a", json("{'0':'x'}"))));
    assertEquals("", found(prefix("b", json("['x']"))));
  }

  @Test
  public void aPrefixLongerThanTheKey_matchesNothing_evenIfItsRestIsUndefined() {
    put("a");
    put("a", json("[1]"));
    assertEquals("", found(QueryKey.of("a", json("[1]"), env.values.undefined())));
    assertEquals("", found(QueryKey.of("a", json("[1,null]"))));
    client.removeQueries(prefix("a", json("[1]")));
    assertEquals("", found(QueryKey.of("a", env.values.undefined())));
  }

  @Test
  public void exact_isThatKey_membersInAnyOrder() {
    put("a");
    put("a", json("{'x':1,'y':2}"));
    QueryFilters exact = prefix("a");
    exact.exact = true;
    assertEquals("['a']", found(exact));
    QueryFilters object = prefix("a", json("{'y':2,'x':1}"));
    object.exact = true;
    assertEquals("['a',{'x':1,'y':2}]", found(object));
    QueryFilters part = prefix("a", json("{'x':1}"));
    part.exact = true;
    assertEquals("", found(part));
  }

  @Test
  public void find_isExactUnlessSaidOtherwise() {
    put("a", 1);
    assertEquals(true, client.getQueryCache().find(prefix("a")) == null);
    QueryFilters loose = prefix("a");
    loose.exact = false;
    assertSame(client.getQueryCache().getAll().get(0), client.getQueryCache().find(loose));
    assertSame(client.getQueryCache().getAll().get(0), client.getQueryCache().find(prefix("a", 1)));
  }

  @Test
  public void numbersAndTexts_differ() {
    put("a", 1);
    put("a", "1");
    put("a", true);
    assertEquals("['a',1]", found(prefix("a", 1)));
    assertEquals("['a','1']", found(prefix("a", "1")));
    assertEquals("['a',true]", found(prefix("a", true)));
  }

  @Test
  public void type_stale_fetchStatus_predicate() {
    put("idle");
    watch(query("busy"));
    settle();
    watch(query("fresh").staleTime(1e9).initialData(json("1")));
    watch(query("off").enabled(false));
    QueryFilters active = new QueryFilters();
    active.type = "active";
    assertEquals("['busy'] | ['fresh']", found(active));
    QueryFilters inactive = new QueryFilters();
    inactive.type = "inactive";
    assertEquals("['idle'] | ['off']", found(inactive));
    QueryFilters fetching = new QueryFilters();
    fetching.fetchStatus = "fetching";
    assertEquals("['busy']", found(fetching));
    QueryFilters idle = new QueryFilters();
    idle.fetchStatus = "idle";
    assertEquals("['idle'] | ['fresh'] | ['off']", found(idle));
    QueryFilters stale = new QueryFilters();
    stale.stale = true;
    assertEquals("['busy']", found(stale));
    stale.stale = false;
    assertEquals("['idle'] | ['fresh'] | ['off']", found(stale));
    QueryFilters picked = new QueryFilters();
    picked.predicate = query -> query.queryHash.indexOf("f") > 0;
    assertEquals("['fresh'] | ['off']", found(picked));
    picked.queryKey = key("off");
    assertEquals("['off']", found(picked));
  }

  @Test
  public void isFetching_countsWhatIsUnderWay() {
    watch(query("a"));
    watch(query("b"));
    settle();
    assertEquals(2, client.isFetching(null));
    assertEquals(1, client.isFetching(prefix("a")));
    assertEquals(1, client.isFetching(key("a")));
    answer("get a", "1");
    assertEquals(1, client.isFetching(null));
    assertEquals(0, client.isFetching(prefix("a")));
  }

  @Test
  public void aHashFunctionOfItsOwn_isHeeded() {
    QueryOptions options = query("x");
    options.queryKeyHashFn = key -> "own";
    outcome(client.fetchQuery(options));
    answer("get x", "1");
    assertEquals("own", client.getQueryCache().getAll().get(0).queryHash);
    assertEquals("own", found(prefix("x")));
    QueryFilters exact = prefix("x");
    exact.exact = true;
    assertEquals("own", found(exact));
  }

  @Test
  public void aBareKey_standsForFilters() {
    put("a", 1);
    put("b");
    assertEquals("['a',1]", found(key("a")));
    client.removeQueries(key("a"));
    assertEquals("['b']", found(null));
  }

  @Test
  public void aLongerKey_matchesNoShorterOne_evenIfTheRestIsNothing() {
    client.setQueryData(key("t"), json("1"), null);
    client.setQueryData(key("t", undefined()), json("2"), null);
    assertEquals(1, client.getQueriesData(prefix("t", undefined())).size());
    assertEquals(2, client.getQueriesData(prefix("t")).size());
    client.setQueryDefaults(key("t", undefined()), new QueryOptions().gcTime(1));
    assertEquals(null, client.getQueryDefaults(key("t")).gcTime);
  }

  @Test
  public void aListAndARecord_areNotTheSamePart() {
    client.setQueryData(key("t", json("{'0':'x'}")), json("1"), null);
    client.setQueryData(key("t", json("['x']")), json("2"), null);
    assertEquals(1, client.getQueriesData(prefix("t", json("['x']"))).size());
    assertEquals(1, client.getQueriesData(prefix("t", json("{'0':'x'}"))).size());
    assertEquals(1, client.getQueriesData(prefix("t", json("[]"))).size());
    assertEquals(1, client.getQueriesData(prefix("t", json("{}"))).size());
  }
}
