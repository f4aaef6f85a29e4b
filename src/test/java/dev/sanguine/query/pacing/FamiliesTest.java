package dev.sanguine.query.pacing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.json.Json;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;
import org.junit.Test;

/** A record that is made, changed and deleted while nothing of it is sent. */
public class FamiliesTest extends PacingCase {
  @Before
  public void aListAndNoNetwork() {
    client.mount();
    atEnd(() -> client.unmount());
    cache("list", "[{'id':'x'}]");
    env.online.setOnline(false);
  }

  private MutationOptions add() {
    return create("add", "list").scope("new").coalesce("insert");
  }

  private MutationOptions change() {
    return patch("change", "list").scope("new").coalesce("merge");
  }

  private MutationOptions delete() {
    return change("delete", (intent, variables) -> {
          intent.remove(key("list"), Json.get(variables, "id"));
          return undefined();
        })
        .scope("new")
        .coalesce("delete");
  }

  private static Object fields(String name, String value) {
    return Json.object("id", "new", name, value);
  }

  private void online() {
    env.online.setOnline(true);
    settle();
  }

  @Test
  public void anInsert_takesTheChangesThatCameWhileItWaited() {
    Outcome added = mutate(add(), fields("title", "A"));
    Outcome changed = mutate(change(), fields("title", "B"));
    Outcome again = mutate(change(), fields("status", "x"));
    settle();
    assertEquals("[{'id':'x'},{'id':'new','title':'B','status':'x'}]", view("list"));
    online();
    assertEquals("{'id':'new','title':'B','status':'x'}", allSent("add"));
    assertEquals(0, network.count("change"));
    answer("add", "{'id':7,'title':'B','status':'x'}");
    assertEquals("done: {'id':7,'title':'B','status':'x'}", added.toString());
    assertEquals(added.toString(), changed.toString());
    assertEquals(added.toString(), again.toString());
    assertEquals("[{'id':'x'},{'id':7,'title':'B','status':'x'}]", view("list"));
    assertEquals(1, network.calls().size());
  }

  @Test
  public void changesWhileTheInsertIsOut_areOneRequestUnderTheRealId() {
    online();
    mutate(add(), fields("title", "A"));
    Outcome changed = mutate(change(), fields("title", "B"));
    Outcome again = mutate(change(), fields("status", "x"));
    settle();
    assertEquals("{'id':'new','title':'A'}", allSent("add"));
    answer("add", "{'id':7,'title':'A'}");
    assertEquals("{'id':7,'title':'B','status':'x'}", allSent("change"));
    assertEquals("[{'id':'x'},{'id':7,'title':'B','status':'x'}]", view("list"));
    answer("change", "{'id':7,'title':'B','status':'x'}");
    assertTrue(!changed.isPending() && !again.isPending());
  }

  @Test
  public void ifTheMergedInsertIsRefused_allOfItIsTakenBack() {
    Outcome added = mutate(add(), fields("title", "A"));
    Outcome changed = mutate(change(), fields("title", "B"));
    settle();
    online();
    fail("add");
    assertEquals("failed: add failed", added.toString());
    assertEquals("failed: add failed", changed.toString());
    assertEquals("[{'id':'x'}]", view("list"));
  }

  @Test
  public void anInsertThatIsDeletedWhileItWaits_isNotSent() {
    Outcome added = mutate(add(), fields("title", "A"));
    Outcome changed = mutate(change(), fields("title", "B"));
    Outcome deleted = mutate(delete(), Json.object("id", "new"));
    settle();
    assertEquals("[{'id':'x'}]", view("list"));
    online();
    assertEquals(0, network.calls().size());
    assertEquals("failed: CancelledError", added.toString());
    assertEquals("failed: CancelledError", changed.toString());
    assertEquals("done: absent", deleted.toString());
    assertEquals("[{'id':'x'}]", view("list"));
  }

  @Test
  public void aDelete_takesThePlaceOfTheChangesThatWait() {
    cache("list", "[{'id':'x'},{'id':'new'}]");
    Outcome changed = mutate(change(), fields("title", "A"));
    Outcome again = mutate(change(), fields("title", "B"));
    Outcome deleted = mutate(delete(), Json.object("id", "new"));
    settle();
    online();
    assertEquals("{'id':'new'}", allSent("delete"));
    assertEquals(0, network.count("change"));
    answer("delete", "{'id':'new'}");
    assertEquals("done: {'id':'new'}", deleted.toString());
    assertEquals(deleted.toString(), changed.toString());
    assertEquals(deleted.toString(), again.toString());
    assertEquals("[{'id':'x'}]", view("list"));
  }

  @Test
  public void ifTheDeleteIsRefused_theRecordIsAsTheServerHasIt() {
    cache("list", "[{'id':'x'},{'id':'new','title':'old'}]");
    mutate(change(), fields("title", "A"));
    mutate(delete(), Json.object("id", "new"));
    settle();
    online();
    fail("delete");
    assertEquals("[{'id':'x'},{'id':'new','title':'old'}]", view("list"));
  }

  @Test
  public void aDelete_ofAnotherRecord_takesNothing() {
    cache("list", "[{'id':'x'},{'id':'new'}]");
    mutate(change(), fields("title", "A"));
    mutate(delete(), Json.object("id", "x"));
    settle();
    online();
    answer("change", "{'id':'new','title':'A'}");
    answer("delete", "{}");
    assertEquals("[{'id':'new','title':'A'}]", view("list"));
  }

  @Test
  public void whatComesBehindADelete_isSentBehindIt() {
    cache("list", "[{'id':'x'},{'id':'new'}]");
    mutate(delete(), Json.object("id", "new"));
    mutate(delete(), Json.object("id", "new"));
    mutate(change(), fields("title", "A"));
    settle();
    online();
    assertEquals("{'id':'new'}", allSent("delete"));
    assertEquals(0, network.count("change"));
    answer("delete", "{}");
    fail("change");
    takeReports();
  }
}
