package dev.sanguine.query.writes;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** A list that is written by hand while records of it come and go: none is there twice, none comes back. */
public class ListsWrittenByHandTest extends WritesCase {
  // Lists

  @Test
  public void anAppendedRecordThatIsInTheValue_isNotThereTwice() {
    mutate(append("A", "list", "{'id':2,'n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", list.now());
    answer("A", "'ok'");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new'}]", list.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new'}]");
  }

  @Test
  public void anAppendedRecord_whoseIdIsATextThere_isNotThereTwice() {
    mutate(append("A", "list", "{'id':2,'n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':'2','n':'new'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':'2','n':'new'}]", list.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1,'n':'x'},{'id':'2','n':'new'}]");
  }

  @Test
  public void anAppendedRecord_besideWhatSomebodyElseAdded_isThereOnce() {
    mutate(append("A", "list", "{'id':2}"));
    settle();
    push("list", "[{'id':1,'n':'y'},{'id':3}]");
    assertEquals("[{'id':1,'n':'y'},{'id':3},{'id':2}]", list.now());
    push("list", "[{'id':1,'n':'y'},{'id':3},{'id':2}]");
    assertEquals("[{'id':1,'n':'y'},{'id':3},{'id':2}]", list.now());
    answer("A", "'ok'");
    answer("get list", "[{'id':1,'n':'y'},{'id':3},{'id':2}]");
    assertEquals("[{'id':1,'n':'y'},{'id':3},{'id':2}]", list.now());
  }

  @Test
  public void aPrependedRecordOfDocs_thatIsInTheValue_isNotThereTwice() {
    push("docs", "{'docs':[{'id':1}],'total':1}");
    mutate(prepend("A", "docs", "{'id':2}"));
    settle();
    push("docs", "{'docs':[{'id':2},{'id':1}],'total':2}");
    assertEquals("{'docs':[{'id':2},{'id':1}],'total':2}", view("docs"));
    answer("A", "'ok'");
    assertEquals("{'docs':[{'id':2},{'id':1}],'total':2}", view("docs"));
  }

  @Test
  public void aRecordOfAPage_thatIsInTheValue_isNotThereTwice() {
    push("pages", "{'pages':[[{'id':1}],[{'id':3}]],'pageParams':[0,1]}");
    mutate(prepend("A", "pages", "{'id':2}"));
    settle();
    push("pages", "{'pages':[[{'id':2},{'id':1}],[{'id':3}]],'pageParams':[0,1]}");
    assertEquals("{'pages':[[{'id':2},{'id':1}],[{'id':3}]],'pageParams':[0,1]}", view("pages"));
    answer("A", "'ok'");
    assertEquals("{'pages':[[{'id':2},{'id':1}],[{'id':3}]],'pageParams':[0,1]}", view("pages"));
  }

  @Test
  public void aRemovedRecord_doesNotComeBack() {
    mutate(remove("A", "list", 1.0));
    settle();
    push("list", "[{'id':1,'n':'y'},{'id':2}]");
    assertEquals("[{'id':2}]", list.now());
    answer("A", "'ok'");
    assertEquals("[{'id':2}]", list.now());
    answer("get list", "[{'id':2}]");
  }

  @Test
  public void aRecordUnderATemporaryId_theValueWithoutIt_showsItOnce() {
    mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'y'}]");
    assertEquals("[{'id':1,'n':'y'},{'id':'t','n':'new'}]", list.now());
    answer("create", "{'id':2,'n':'new'}");
    assertEquals("[{'id':1,'n':'y'},{'id':2,'n':'new'}]", list.now());
    answer("get list", "[{'id':1,'n':'y'},{'id':2,'n':'new'}]");
  }

  @Test
  public void aRecordUnderATemporaryId_theValueWithItUnderTheServers_showsItOnce() {
    mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':2,'n':'new','by':'me'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new','by':'me'}]", list.now());
    answer("create", "{'id':2,'n':'new','by':'me'}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'new','by':'me'}]", list.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'new','by':'me'}]");
  }

  @Test
  public void aRecordUnderATemporaryId_whichTheServerChanged_isThereOnceFromItsAnswerOn() {
    mutate(create("create", "list"), json("{'id':'t','n':'new'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':2,'n':'NEW'}]");
    answer("create", "{'id':2,'n':'NEW'}");
    assertEquals("[{'id':1,'n':'x'},{'id':2,'n':'NEW'}]", list.now());
    answer("get list", "[{'id':1,'n':'x'},{'id':2,'n':'NEW'}]");
  }

  @Test
  public void aRecordUnderATemporaryId_ofWhichNothingElseIsKnown_isNoOtherNewRecord() {
    mutate(create("create", "list"), json("{'id':'t'}"));
    settle();
    push("list", "[{'id':1,'n':'x'},{'id':3,'n':'of somebody else'}]");
    assertEquals("[{'id':1,'n':'x'},{'id':3,'n':'of somebody else'},{'id':'t'}]", list.now());
    answer("create", "{'id':2}");
    answer("get list", "[{'id':1,'n':'x'},{'id':3,'n':'of somebody else'},{'id':2}]");
  }

  @Test
  public void textsWithoutIds_theValueWithIt_isNotThereTwice() {
    push("tags", "['a']");
    mutate(with("A", "tags", (intent, key) -> intent.append(key, "b")));
    settle();
    push("tags", "['a','b']");
    assertEquals("['a','b']", view("tags"));
    answer("A", "'ok'");
    assertEquals("['a','b']", view("tags"));
  }

  @Test
  public void aNumber_theValueWithIt_isNotCountedTwice() {
    client.setQueryData(key("count"), 3.0, null);
    mutate(with("A", "count", (intent, key) -> intent.update(key, n -> (Double) n + 1)));
    settle();
    client.setQueryData(key("count"), 4.0, null);
    assertEquals("4", view("count"));
    answer("A", "'ok'");
    assertEquals("4", view("count"));
  }
}
