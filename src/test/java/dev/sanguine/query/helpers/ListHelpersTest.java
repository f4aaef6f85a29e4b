package dev.sanguine.query.helpers;

import static org.junit.Assert.assertEquals;

import dev.sanguine.law.Intent;
import dev.sanguine.query.EngineCase;
import org.junit.Test;

/** What each helper makes of a list, of a page of records, of pages of lists and of a record. */
public class ListHelpersTest extends EngineCase {
  private interface Change {
    void to(Intent intent, Object target);
  }

  /** What the change makes of the document; null if it shows the very same value. */
  private String made(String document, Change write) {
    client.setQueryData(key("doc"), json(document), null);
    Object before = client.getQueryData(key("doc"));
    mutate(change("send", (intent, v) -> {
      write.to(intent, key("doc"));
      return undefined();
    }));
    Object after = client.getQueryData(key("doc"));
    fail("send");
    assertEquals(document, view("doc"));
    return before == after ? null : text(after);
  }

  @Test
  public void append_addsAtTheEnd() {
    assertEquals("[1,2]", made("[1]", (intent, to) -> intent.append(to, 2.0)));
    assertEquals(
        "{'docs':[1,2],'total':1}",
        made("{'docs':[1],'total':1}", (intent, to) -> intent.append(to, 2.0)));
    assertEquals(
        "{'pages':[[1],[2,3]],'pageParams':[0,1]}",
        made("{'pages':[[1],[2]],'pageParams':[0,1]}", (intent, to) -> intent.append(to, 3.0)));
    assertEquals(
        "{'pages':[{'docs':[1]},{'docs':[2,3]}],'pageParams':[0,1]}",
        made(
            "{'pages':[{'docs':[1]},{'docs':[2]}],'pageParams':[0,1]}",
            (intent, to) -> intent.append(to, 3.0)));
  }

  @Test
  public void prepend_addsAtTheBeginning() {
    assertEquals("[0,1]", made("[1]", (intent, to) -> intent.prepend(to, 0.0)));
    assertEquals("{'docs':[0,1]}", made("{'docs':[1]}", (intent, to) -> intent.prepend(to, 0.0)));
    assertEquals(
        "{'pages':[[0,1],[2]],'pageParams':[0,1]}",
        made("{'pages':[[1],[2]],'pageParams':[0,1]}", (intent, to) -> intent.prepend(to, 0.0)));
  }

  @Test
  public void whatIsNoList_isLeftAlone() {
    assertEquals(null, made("{'n':1}", (intent, to) -> intent.append(to, 2.0)));
    assertEquals(null, made("{'n':1}", (intent, to) -> intent.remove(to, 1.0)));
    assertEquals(
        null, made("{'pages':[],'pageParams':[]}", (intent, to) -> intent.append(to, 2.0)));
    wasToldThatNothingWasFound();
  }

  @Test
  public void remove_takesTheRecordOfTheIdOut() {
    assertEquals("[{'id':2}]", made("[{'id':1},{'id':2}]", (intent, to) -> intent.remove(to, 1.0)));
    assertEquals(
        "{'docs':[{'id':'b'}]}",
        made("{'docs':[{'id':'a'},{'id':'b'}]}", (i, to) -> i.remove(to, "a")));
    assertEquals(
        "{'pages':[[{'id':1}],[]],'pageParams':[0,1]}",
        made(
            "{'pages':[[{'id':1}],[{'id':2}]],'pageParams':[0,1]}",
            (intent, to) -> intent.remove(to, 2.0)));
    assertEquals(null, made("[{'id':1}]", (intent, to) -> intent.remove(to, 9.0)));
    wasToldThatNothingWasFound();
  }

  @Test
  public void upsert_replacesOrAdds() {
    assertEquals(
        "[{'id':1,'n':2}]",
        made("[{'id':1,'m':1}]", (i, to) -> i.upsert(to, json("{'id':1,'n':2}"))));
    assertEquals(
        "[{'id':1},{'id':2}]", made("[{'id':1}]", (i, to) -> i.upsert(to, json("{'id':2}"))));
    assertEquals(
        "{'docs':[{'id':1},{'id':2}]}",
        made("{'docs':[{'id':1}]}", (i, to) -> i.upsert(to, json("{'id':2}"))));
    assertEquals(
        "{'pages':[[{'id':1,'n':5}],[{'id':2}]],'pageParams':[0,1]}",
        made(
            "{'pages':[[{'id':1}],[{'id':2}]],'pageParams':[0,1]}",
            (i, to) -> i.upsert(to, json("{'id':1,'n':5}"))));
    assertEquals(
        "{'pages':[[{'id':1}],[{'id':2},{'id':3}]],'pageParams':[0,1]}",
        made(
            "{'pages':[[{'id':1}],[{'id':2}]],'pageParams':[0,1]}",
            (i, to) -> i.upsert(to, json("{'id':3}"))));
  }

  @Test
  public void merge_writesFieldsOverTheRecord() {
    assertEquals("{'a':1,'b':2}", made("{'a':1}", (i, to) -> i.merge(to, json("{'b':2}"))));
    assertEquals(
        "[{'id':1,'a':1,'b':2},{'id':2}]",
        made("[{'id':1,'a':1},{'id':2}]", (i, to) -> i.merge(to, json("{'id':1,'b':2}"))));
    assertEquals(
        "{'docs':[{'id':1,'b':2}],'page':1}",
        made("{'docs':[{'id':1}],'page':1}", (i, to) -> i.merge(to, json("{'id':1,'b':2}"))));
    assertEquals(null, made("[{'id':1}]", (i, to) -> i.merge(to, json("{'id':3,'b':2}"))));
    wasToldThatNothingWasFound();
  }

  @Test
  public void anItemThatLacksAnId_isNeverTakenForAnother() {
    assertEquals(null, made("[{'n':1},{'n':2}]", (i, to) -> i.merge(to, json("{'n':9}"))));
    assertEquals("[{'n':1},{'m':2}]", made("[{'n':1}]", (i, to) -> i.upsert(to, json("{'m':2}"))));
    assertEquals(
        "[1,'x',null,{'id':1,'n':1}]",
        made("[1,'x',null,{'id':1}]", (i, to) -> i.merge(to, json("{'id':1,'n':1}"))));
    wasToldThatNothingWasFound();
  }

  @Test
  public void set_replacesWhatIsThere() {
    assertEquals("{'b':2}", made("{'a':1}", (i, to) -> i.set(to, json("{'b':2}"))));
  }

  @Test
  public void increment_addsToTheNumber() {
    assertEquals("{'n':3}", made("{'n':1}", (i, to) -> i.increment(to, "n", 2)));
    assertEquals("{'n':-1}", made("{'n':1}", (i, to) -> i.increment(to, "n", -2)));
  }

  @Test
  public void anId_mayBeJavasWholeNumber() {
    assertEquals("[{'id':2}]", made("[{'id':1},{'id':2}]", (intent, to) -> intent.remove(to, 1)));
  }
}
