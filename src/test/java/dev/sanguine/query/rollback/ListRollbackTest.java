package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/**
 * Changes of one list, of which one fails. RTK Query's index-based patches answer {@code x,y,z,z} if {@code B,x,y,z}
 * is right; query-core's snapshots lose the other's item, and bring a failed one back.
 */
public class ListRollbackTest extends EngineCase {
  private Screen screen;

  private void list(String document) {
    cache("list", document);
    screen = watch(query("list").staleTime(1e9));
  }

  private MutationOptions add(String item) {
    return change(item, (intent, v) -> {
      intent.update(key("list"), old -> {
        Seq<Object> items = Json.items(old);
        items.add(item);
        return Json.arrayOf(items);
      });
      return undefined();
    });
  }

  private MutationOptions removeByFunction(String name, String item) {
    return change(name, (intent, v) -> {
      intent.update(key("list"), old -> {
        Seq<Object> left = new Seq<>();
        Seq<Object> items = Json.items(old);
        for (int i = 0; i < items.size(); i++) {
          if (!items.get(i).equals(item)) {
            left.add(items.get(i));
          }
        }
        return Json.arrayOf(left);
      });
      return undefined();
    });
  }

  private MutationOptions prepend(String item) {
    return change(item, (intent, v) -> {
      intent.prepend(key("list"), item);
      return undefined();
    });
  }

  @Test
  public void aDeletes_bPrepends_aFails_theDeletedIsBackInItsPlace() {
    list("['x','y','z']");
    mutate(removeByFunction("A", "x"));
    mutate(prepend("B"));
    assertEquals("['B','y','z']", screen.now());
    fail("A");
    assertEquals("['B','x','y','z']", screen.now());
  }

  @Test
  public void aAndBAdd_aFails_keepsB() {
    list("['s']");
    mutate(add("A"));
    mutate(add("B"));
    assertEquals("['s','A','B']", screen.now());
    fail("A");
    assertEquals("['s','B']", screen.now());
  }

  @Test
  public void aAndBAdd_bothFail_leavesNoGhost() {
    list("['s']");
    mutate(add("A"));
    mutate(add("B"));
    fail("A");
    fail("B");
    assertEquals("['s'] | ['s','A'] | ['s','A','B'] | ['s','B'] | ['s']", screen.history());
  }

  @Test
  public void aAndBAddInOneScope_bothFail_leavesNoGhost() {
    list("['s']");
    mutate(add("A").scope("list"));
    mutate(add("B").scope("list"));
    assertEquals("['s','A','B']", screen.now());
    fail("A");
    assertEquals("['s','B']", screen.now());
    fail("B");
    assertEquals("['s']", screen.now());
  }

  @Test
  public void byId_remove_upsert_merge_eachTakenBackAlone() {
    list("[{'id':1,'n':'x'},{'id':2,'n':'y'}]");
    mutate(change("remove", (intent, v) -> {
      intent.remove(key("list"), 1.0);
      return undefined();
    }));
    mutate(change("upsert", (intent, v) -> {
      intent.upsert(key("list"), json("{'id':3,'n':'z'}"));
      return undefined();
    }));
    mutate(change("merge", (intent, v) -> {
      intent.merge(key("list"), json("{'id':2,'n':'Y'}"));
      return undefined();
    }));
    assertEquals("[{'id':2,'n':'Y'},{'id':3,'n':'z'}]", screen.now());
    fail("remove");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'Y'},{'id':3,'n':'z'}]", screen.now());
    fail("upsert");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'Y'}]", screen.now());
    fail("merge");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'y'}]", screen.now());
  }

  @Test
  public void anEditOfAnItemThatAnEarlierChangeAdded_failsWithNothingToEdit() {
    list("[]");
    mutate(change("create", (intent, v) -> {
      intent.upsert(key("list"), json("{'id':'temp','n':'new'}"));
      return undefined();
    }));
    mutate(change("edit", (intent, v) -> {
      intent.merge(key("list"), json("{'id':'temp','n':'edited'}"));
      return undefined();
    }));
    assertEquals("[{'id':'temp','n':'edited'}]", screen.now());
    fail("create");
    assertEquals("[]", screen.now());
  }

  @Test
  public void oneIntentOverDetailAndList_isTakenBackFromBoth() {
    list("[{'id':1,'n':'x'},{'id':2,'n':'y'}]");
    client.setQueryData(key("list", 1), json("{'id':1,'n':'x'}"), null);
    mutate(change("A", (intent, v) -> {
      intent.merge(key("list", 1), json("{'n':'X'}"));
      intent.merge(key("list"), json("{'id':1,'n':'X'}"));
      return undefined();
    }));
    assertEquals("{'id':1,'n':'X'}", text(client.getQueryData(key("list", 1))));
    assertEquals("[{'id':1,'n':'X'},{'id':2,'n':'y'}]", screen.now());
    fail("A");
    assertEquals("{'id':1,'n':'x'}", text(client.getQueryData(key("list", 1))));
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'y'}]", screen.now());
  }

  @Test
  public void rowsThatDoNotChange_keepTheirIdentity() {
    list("[{'id':1,'n':'x'},{'id':2,'n':'y'}]");
    Object second = Json.items(client.getQueryData(key("list"))).get(1);
    mutate(change("A", (intent, v) -> {
      intent.merge(key("list"), json("{'id':1,'n':'X'}"));
      return undefined();
    }));
    assertEquals(true, second == Json.items(client.getQueryData(key("list"))).get(1));
    fail("A");
    assertEquals(true, second == Json.items(client.getQueryData(key("list"))).get(1));
  }
}
