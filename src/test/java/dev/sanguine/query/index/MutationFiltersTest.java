package dev.sanguine.query.index;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.options.MutationFilters;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** Which mutations filters mean. */
public class MutationFiltersTest extends EngineCase {
  private Mutation start(String name, Object key) {
    MutationOptions options =
        MutationOptions.create().mutationFn((v, context) -> network.send(name, v));
    options.mutationKey = key;
    Mutation mutation = client.getMutationCache().build(client, options, null);
    outcome(mutation.execute("v"));
    settle();
    return mutation;
  }

  private MutationFilters byKey(Object... parts) {
    MutationFilters filters = new MutationFilters();
    filters.mutationKey = key(parts);
    return filters;
  }

  @Test
  public void byKey_prefixOrExact() {
    Mutation one = start("A", key("save", 1));
    Mutation two = start("B", key("save"));
    start("C", null);
    assertEquals(2, client.getMutationCache().findAll(byKey("save")).size());
    MutationFilters exact = byKey("save");
    exact.exact = true;
    assertEquals(1, client.getMutationCache().findAll(exact).size());
    assertSame(two, client.getMutationCache().find(byKey("save")));
    assertSame(one, client.getMutationCache().find(byKey("save", 1)));
    assertEquals(true, client.getMutationCache().find(byKey("none")) == null);
    assertEquals(3, client.getMutationCache().findAll(null).size());
  }

  @Test
  public void byStatus_andPredicate() {
    start("A", key("a"));
    Mutation b = start("B", key("b"));
    answer("B", "1");
    MutationFilters success = new MutationFilters();
    success.status = "success";
    assertSame(b, client.getMutationCache().findAll(success).get(0));
    MutationFilters picked = new MutationFilters();
    picked.predicate = mutation -> mutation == b;
    assertEquals(1, client.getMutationCache().findAll(picked).size());
    assertEquals(1, client.isMutating(null));
    assertEquals(1, client.isMutating(byKey("a")));
    assertEquals(0, client.isMutating(byKey("b")));
  }
}
