package dev.sanguine.query.browser;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryFilters;
import jsinterop.base.Js;
import org.junit.Test;

/** Options that only Sanguine has: a page may have used their names for something else before it moved over. */
public class OwnOptionsTest extends EngineCase {
  /** What no function is. */
  private static final Object[] STRANGE = {true, false, 1.0, "yes", new QueryFilters()};

  private MutationOptions plain() {
    return MutationOptions.create()
        .mutationFn((variables, context) -> network.send("save", variables));
  }

  /** Writes a member of any type, as JavaScript can. */
  private static <T> T with(T options, String name, Object value) {
    Js.asPropertyMap(options).set(name, value);
    return options;
  }

  @Test
  public void optimistic_thatIsNoFunction_isNone() {
    for (Object strange : STRANGE) {
      Outcome outcome = mutate(with(plain(), "optimistic", strange), "v");
      answer("save", "'saved'");
      assertEquals("done: 'saved'", outcome.toString());
      client.getMutationCache().clear();
    }
    assertEquals(remarks(STRANGE.length), takeReports().size());
  }

  @Test
  public void merge_thatIsNoFunction_isNone() {
    cache("record", "{'id':1,'t':'old'}");
    for (Object strange : STRANGE) {
      mutate(with(plain(), "merge", strange).optimistic((intent, variables) -> {
        intent.merge(key("record"), json("{'id':1,'t':'new'}"));
        return undefined();
      }));
      answer("save", "{'id':1,'t':'answer'}");
      assertEquals("{'id':1,'t':'answer'}", view("record"));
    }
    assertEquals(remarks(STRANGE.length), takeReports().size());
  }

  @Test
  public void outcome_thatIsNoFunction_isNone_andTheErrorDecides() {
    cache("record", "{'id':1}");
    for (Object strange : STRANGE) {
      mutate(with(setField("save", "t", "new"), "outcome", strange));
      fail("save");
      assertEquals("{'id':1}", view("record"));
    }
    assertEquals(remarks(STRANGE.length), takeReports().size());
  }

  @Test
  public void resync_ofNoDocumentedType_isNone_andWhatWasChangedIsFetched() {
    cache("record", "{'id':1}");
    watch(query("record").staleTime(1e9));
    Object[] strange = {1.0, "yes"};
    for (Object one : strange) {
      mutate(with(setField("save", "t", "new"), "resync", one));
      answer("save", "{}");
      answer("get record", "{'id':1,'t':'new'}");
    }
    assertEquals(2, network.count("get record"));
    assertEquals(
        "mutation #2: resync is yes, and is ignored; Sanguine's option of this name is true,"
            + " false, a key, filters or a function",
        takeReports().get(1));
  }

  @Test
  public void version_thatIsNoFunction_isNone() {
    cache("record", "{'id':1}");
    watch(with(query("record").staleTime(1e9), "version", "v1"));
    client.refetchQueries(prefix("record"), null);
    mutate(setField("save", "t", "new"));
    settle();
    answer("get record", "{'id':1}");
    answer("save", "{}");
    answer("get record", "{'id':1,'t':'new'}");
    assertEquals("{'id':1,'t':'new'}", view("record"));
  }
}
