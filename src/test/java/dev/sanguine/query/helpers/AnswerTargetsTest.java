package dev.sanguine.query.helpers;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.json.Json;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** An answer is written over the record that its change was about: over every copy of it, and over nothing else. */
public class AnswerTargetsTest extends LawCase {
  private String answered(String cached, String document, MutationOptions change, String answer) {
    cache(cached, document);
    mutate(change);
    answer("A", answer);
    return view(cached);
  }

  // Records of another kind, whose id is the same number

  @Test
  public void aNestedRecordOfTheSameNumber_isLeftAlone() {
    assertEquals(
        "{'id':1,'t':'A!','author':{'id':1,'name':'Ann'}}",
        answered(
            "post",
            "{'id':1,'t':'t0','author':{'id':1,'name':'Ann'}}",
            merge("A", "post", "{'t':'A'}"),
            "{'id':1,'t':'A!'}"));
  }

  @Test
  public void theAnswerIsTheNestedRecord_itsParentOfTheSameNumber_isLeftAlone() {
    assertEquals(
        "{'id':1,'t':'t0','author':{'id':1,'name':'Bea'}}",
        answered(
            "post",
            "{'id':1,'t':'t0','author':{'id':1,'name':'Ann'}}",
            with(
                "A",
                "post",
                (intent, key) -> intent.update(
                    key,
                    old -> Json.with(
                        old, "author", Json.with(Json.get(old, "author"), "name", "Bea")))),
            "{'id':1,'name':'Bea'}"));
  }

  @Test
  public void theAnswerIsAComment_thePostOfTheSameNumber_isLeftAlone() {
    assertEquals(
        "[{'id':1,'t':'t0','comments':1}]",
        answered(
            "posts",
            "[{'id':1,'t':'t0','comments':0}]",
            with("A", "posts", (intent, key) -> intent.increment(key, "comments", 1, 1.0)),
            "{'id':1,'text':'hello','post':1}"));
  }

  @Test
  public void theAnswerIsAComment_inAListInsideThePost_thePostIsLeftAlone() {
    assertEquals(
        "{'id':1,'comments':[{'id':'c','text':'hello'}]}",
        answered(
            "post",
            "{'id':1,'comments':[]}",
            with(
                "A",
                "post",
                (intent, key) -> intent.update(
                    key, old -> Json.with(old, "comments", json("[{'id':'c','text':'hello'}]")))),
            "{'id':1,'text':'hello'}"));
  }

  @Test
  public void recordsInsideTheListsRecords_areLeftAlone() {
    assertEquals(
        "[{'id':1,'t':'A!','tags':[{'id':1,'t':'tag'}]}]",
        answered(
            "posts",
            "[{'id':1,'t':'t0','tags':[{'id':1,'t':'tag'}]}]",
            merge("A", "posts", "{'id':1,'t':'A'}"),
            "{'id':1,'t':'A!'}"));
  }

  @Test
  public void anotherRecordOfTheList_whichTheChangeDidNotTouch_isLeftAlone() {
    assertEquals(
        "[{'id':1,'t':'A'},{'id':2,'t':'t0'}]",
        answered(
            "posts",
            "[{'id':1,'t':'t0'},{'id':2,'t':'t0'}]",
            merge("A", "posts", "{'id':1,'t':'A'}"),
            "{'id':2,'t':'two'}"));
  }

  @Test
  public void aRecordThatWasTakenOut_doesNotComeBackWithItsAnswer() {
    assertEquals(
        "[{'id':1}]",
        answered(
            "posts",
            "[{'id':1},{'id':2,'t':'t0'}]",
            remove("A", "posts", 2.0),
            "{'id':2,'t':'t0'}"));
  }

  // The record itself

  @Test
  public void whatTheServerAddsToIt_isShown() {
    assertEquals(
        "{'id':1,'t':'A!','slug':'a'}",
        answered(
            "post",
            "{'id':1,'t':'t0'}",
            merge("A", "post", "{'t':'A'}"),
            "{'id':1,'t':'A!','slug':'a'}"));
  }

  @Test
  public void aPartOfIt_isShown() {
    assertEquals(
        "{'id':1,'t':'A','at':2}",
        answered(
            "post",
            "{'id':1,'t':'t0','at':1}",
            merge("A", "post", "{'t':'A'}"),
            "{'id':1,'at':2}"));
  }

  @Test
  public void aRecordThatTheChangeMade_isShownAsTheServerHasIt() {
    assertEquals(
        "[{'id':1},{'id':2,'t':'A!','slug':'a'}]",
        answered(
            "posts",
            "[{'id':1}]",
            append("A", "posts", "{'id':2,'t':'A'}"),
            "{'id':2,'t':'A!','slug':'a'}"));
  }

  @Test
  public void aRecordThatWasPutInTheListsPlace_isShownAsTheServerHasIt() {
    assertEquals(
        "[{'id':1,'t':'A!','v':2}]",
        answered(
            "posts",
            "[{'id':1,'t':'t0','v':1}]",
            with("A", "posts", (intent, key) -> intent.upsert(key, json("{'id':1,'t':'A','v':1}"))),
            "{'id':1,'t':'A!','v':2}"));
  }

  @Test
  public void aRecordThatWasSet_isShownAsTheServerHasIt() {
    cache("other", "1");
    mutate(with("A", "post", (intent, key) -> intent.set(key, json("{'id':1,'t':'A'}"))));
    answer("A", "{'id':1,'t':'A!','slug':'a'}");
    assertEquals("{'id':1,'t':'A!','slug':'a'}", view("post"));
  }

  @Test
  public void theAnswerSaysTheSame_theRecordKeepsItsIdentity() {
    cache("posts", "[{'id':1,'t':'t0'},{'id':2}]");
    mutate(merge("A", "posts", "{'id':1,'t':'A'}"));
    Object shown = client.getQueryData(key("posts"));
    answer("A", "{'id':1,'t':'A'}");
    assertSame(shown, client.getQueryData(key("posts")));
  }

  // Copies

  @Test
  public void everyCopyOnEveryPage_isWritten() {
    assertEquals(
        "{'pages':[{'docs':[{'id':1,'t':'A!'},{'id':2}]},{'docs':[{'id':1,'t':'A!'}]}],'pageParams':[1,2]}",
        answered(
            "feed",
            "{'pages':[{'docs':[{'id':1,'t':'t0'},{'id':2}]},{'docs':[{'id':1,'t':'t0'}]}],'pageParams':[1,2]}",
            merge("A", "feed", "{'id':1,'t':'A'}"),
            "{'id':1,'t':'A!'}"));
  }

  @Test
  public void everyCopyInOneList_isWritten() {
    assertEquals(
        "[{'id':1,'t':'A!'},{'id':2},{'id':1,'t':'A!'}]",
        answered(
            "list",
            "[{'id':1,'t':'t0'},{'id':2},{'id':1,'t':'t0'}]",
            merge("A", "list", "{'id':1,'t':'A'}"),
            "{'id':1,'t':'A!'}"));
  }

  @Test
  public void theListAndTheDetail_areWritten() {
    cache("list", "{'docs':[{'id':1,'t':'t0'}],'total':1}");
    client.setQueryData(key("post", 1.0), json("{'id':1,'t':'t0','body':'b'}"), null);
    mutate(change("A", (intent, variables) -> {
      intent.merge(key("list"), json("{'id':1,'t':'A'}"));
      intent.merge(key("post", 1.0), json("{'t':'A'}"));
      return undefined();
    }));
    answer("A", "{'id':1,'t':'A!','body':'b!'}");
    assertEquals("{'docs':[{'id':1,'t':'A!','body':'b!'}],'total':1}", view("list"));
    assertEquals("{'id':1,'t':'A!','body':'b!'}", text(client.getQueryData(key("post", 1.0))));
  }

  @Test
  public void byFilters_onlyTheQueriesThatHaveIt_areWritten() {
    client.setQueryData(key("posts", 1.0), json("{'id':1,'t':'t0'}"), null);
    client.setQueryData(key("posts", 2.0), json("{'id':2,'t':'t0'}"), null);
    client.setQueryData(key("posts", "count"), 2.0, null);
    client.setQueryData(key("posts", "all"), json("[{'id':1,'t':'t0'},{'id':2,'t':'t0'}]"), null);
    mutate(change("A", (intent, variables) -> {
      intent.merge(prefix("posts"), json("{'id':1,'t':'A'}"));
      return undefined();
    }));
    answer("A", "{'id':1,'t':'A!','at':5}");
    assertEquals("{'id':1,'t':'A!','at':5}", text(client.getQueryData(key("posts", 1.0))));
    assertEquals("{'id':2,'t':'t0'}", text(client.getQueryData(key("posts", 2.0))));
    assertEquals("2", text(client.getQueryData(key("posts", "count"))));
    assertEquals(
        "[{'id':1,'t':'A!','at':5},{'id':2,'t':'t0'}]",
        text(client.getQueryData(key("posts", "all"))));
  }

  // Ids

  @Test
  public void anIdThatIsATextInTheAnswer_isThatRecord_andStaysANumber() {
    assertEquals(
        "[{'id':1,'t':'A!'}]",
        answered(
            "list",
            "[{'id':1,'t':'t0'}]",
            merge("A", "list", "{'id':1,'t':'A'}"),
            "{'id':'1','t':'A!'}"));
  }

  @Test
  public void anIdThatIsANumberInTheAnswer_isThatRecord_andStaysAText() {
    assertEquals(
        "{'id':'1','t':'A!'}",
        answered(
            "post", "{'id':'1','t':'t0'}", merge("A", "post", "{'t':'A'}"), "{'id':1,'t':'A!'}"));
  }

  @Test
  public void idsWhoseTextsDiffer_areTwoRecords() {
    assertEquals(
        "[{'id':1,'t':'A'},{'id':'01','t':'t0'}]",
        answered(
            "list",
            "[{'id':1,'t':'t0'},{'id':'01','t':'t0'}]",
            merge("A", "list", "{'id':1,'t':'A'}"),
            "{'id':'01','t':'A!'}"));
  }

  @Test
  public void anAnswerWithoutAnId_isWrittenNowhere() {
    for (String answer : new String[] {
      "{'t':'A!'}",
      "{'id':null,'t':'A!'}",
      "'ok'",
      "5",
      "[{'id':1,'t':'A!'}]",
      "{'doc':{'id':1,'t':'A!'}}"
    }) {
      assertEquals(
          answer,
          "[{'id':1,'t':'A'},{'t':'none'}]",
          answered(
              "list",
              "[{'id':1,'t':'t0'},{'t':'none'}]",
              merge("A", "list", "{'id':1,'t':'A'}"),
              answer));
      client.removeQueries(prefix("list"));
    }
  }

  @Test
  public void aRecordWhoseIdIsNothing_isNoRecord() {
    assertEquals(
        "[{'id':null,'t':'none'},{'id':0,'t':'A!'}]",
        answered(
            "list",
            "[{'id':null,'t':'none'},{'id':0,'t':'t0'}]",
            merge("A", "list", "{'id':0,'t':'A'}"),
            "{'id':0,'t':'A!'}"));
  }

  // The app's own merge

  @Test
  public void aMergeOfTheAppsOwn_isAllThatIsDone() {
    MutationOptions change = merge("A", "list", "{'id':1,'t':'A'}");
    change.merge = (answer, variables, old) -> Json.array(answer);
    assertEquals(
        "[{'id':1,'t':'A!'}]",
        answered("list", "[{'id':1,'t':'t0'},{'id':2}]", change, "{'id':1,'t':'A!'}"));
  }

  // While others are under way

  @Test
  public void anotherChangeOfTheSameRecord_isNotTakenBack() {
    cache("list", "[{'id':1,'t':'t0','s':'s0'}]");
    mutate(merge("B", "list", "{'id':1,'s':'B'}"));
    mutate(merge("A", "list", "{'id':1,'t':'A'}"));
    answer("A", "{'id':1,'t':'A!','s':'s0'}");
    assertEquals(
        "B", Json.string(env.values.items(client.getQueryData(key("list"))).get(0), "s"));
    fail("B");
    assertEquals(
        "s0", Json.string(env.values.items(client.getQueryData(key("list"))).get(0), "s"));
  }

  @Test
  public void aRecordThatIsBeingMade_hasTheAnswerUnderTheServersId_inEveryQuery() {
    cache("list", "[]");
    cache("other", "{'pages':[{'docs':[]}],'pageParams':[0]}");
    mutate(change("A", (intent, variables) -> {
      TemporaryIds.temporary(intent, "t", null);
      intent.append(key("list"), json("{'id':'t','t':'A'}"));
      intent.append(key("other"), json("{'id':'t','t':'A'}"));
      return undefined();
    }));
    answer("A", "{'id':7,'t':'A!'}");
    assertEquals("[{'id':7,'t':'A!'}]", view("list"));
    assertEquals("{'pages':[{'docs':[{'id':7,'t':'A!'}]}],'pageParams':[0]}", view("other"));
  }

  @Test
  public void aRecordThatIsBeingMade_whoseNumberIsThatOfANestedOne_leavesThatAlone() {
    cache("list", "[{'id':1,'author':{'id':7,'t':'x'}}]");
    mutate(create("A", "list"), json("{'id':'t','t':'A','author':{'id':7,'t':'x'}}"));
    answer("A", "{'id':7,'t':'A!'}");
    assertEquals(
        "[{'id':1,'author':{'id':7,'t':'x'}},{'id':7,'t':'A!','author':{'id':7,'t':'x'}}]",
        view("list"));
  }
}
