package dev.sanguine.query.index;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.testkit.SeededRandom;
import org.junit.Test;

/** The index finds what asking every query would find, in the same order, while queries come and go. */
public class KeyIndexTest extends EngineCase {
  private final Object[] parts = {
    "a",
    "b",
    1,
    "1",
    true,
    json("{'x':1}"),
    json("{'x':1,'y':2}"),
    json("[1]"),
    json("[1,2]"),
    json("{}")
  };

  private Object randomKey(SeededRandom random, int longest) {
    Object[] chosen = new Object[random.below(longest + 1)];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = parts[random.below(random.chance(0.7) ? 5 : parts.length)];
    }
    return QueryKey.of(chosen);
  }

  private String asked(Object prefix) {
    Seq<String> found = new Seq<>();
    Seq<Query> all = client.getQueryCache().getAll();
    for (int i = 0; i < all.size(); i++) {
      if (env.values.partialMatchKey(all.get(i).queryKey, prefix)) {
        found.add(all.get(i).queryHash);
      }
    }
    return join(found);
  }

  private String found(Object prefix) {
    Seq<String> found = new Seq<>();
    Seq<Query> all = client.getQueryCache().findAll(QueryFilters.of(prefix));
    for (int i = 0; i < all.size(); i++) {
      found.add(all.get(i).queryHash);
    }
    return join(found);
  }

  /** A query comes, or goes if it is there. */
  private void comeOrGo(SeededRandom random) {
    Object key = randomKey(random, 4);
    if (random.chance(0.6)) {
      client.setQueryData(key, 1.0, null);
    } else {
      QueryFilters exact = QueryFilters.of(key);
      exact.exact = true;
      client.removeQueries(exact);
    }
  }

  @Test
  public void agreesWithAskingAll() {
    SeededRandom random = new SeededRandom(7);
    for (int step = 0; step < 2000; step++) {
      comeOrGo(random);
      Object prefix = randomKey(random, 3);
      assertEquals("step " + step, asked(prefix), found(prefix));
    }
    client.removeQueries(null);
    assertEquals("", found(QueryKey.of()));
  }

  @Test
  public void afterClear_nothingIsFound_andNewQueriesAre() {
    client.setQueryData(key("a", 1), 1.0, null);
    client.clear();
    assertEquals("", found(key("a")));
    client.setQueryData(key("a", 2), 1.0, null);
    assertEquals("[\"a\",2]", found(key("a")));
  }

  @Test
  public void whileAllLeave_aListenerFindsByKeyWhatIsStillThere() {
    for (int i = 0; i < 4; i++) {
      client.setQueryData(key("a", i), 1.0, null);
      client.setQueryData(key("b", i), 1.0, null);
    }
    assertEquals("[\"a\",0] | [\"a\",1] | [\"a\",2] | [\"a\",3]", found(key("a")));
    Seq<String> heard = new Seq<>();
    Object b = key("b");
    Task stop = client.getQueryCache().subscribe((Listener<CacheEvent>) event ->
        heard.add("" + client.getQueryCache().findAll(QueryFilters.of(b)).size()));
    client.clear();
    stop.run();
    assertEquals("4 | 3 | 3 | 2 | 2 | 1 | 1 | 0", join(heard));
  }

  @Test
  public void whenMostHaveLeft_theRestIsFound() {
    for (int i = 0; i < 10; i++) {
      client.setQueryData(key("a", i), 1.0, null);
    }
    client.setQueryData(key("b", 1), 1.0, null);
    client.removeQueries(prefix("a"));
    assertEquals("", found(key("a")));
    assertEquals("[\"b\",1]", found(key("b")));
    client.setQueryData(key("b", 2), 1.0, null);
    assertEquals("[\"b\",1] | [\"b\",2]", found(key("b")));
  }

  @Test
  public void aLookUp_asksOnlyTheCandidates() {
    for (int i = 0; i < 1000; i++) {
      client.setQueryData(QueryKey.of("other", i), 1.0, null);
    }
    for (int i = 0; i < 10; i++) {
      client.setQueryData(QueryKey.of("wanted", i), 1.0, null);
    }
    int[] asked = {0};
    QueryFilters filters = prefix("wanted");
    filters.predicate = query -> {
      asked[0]++;
      return true;
    };
    assertEquals(10, client.getQueryCache().findAll(filters).size());
    assertEquals(10, asked[0]);
    client.removeQueries(null);
  }
}
