package dev.sanguine.query.helpers;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.junit.Test;

/** Over a value that it is not for, a helper does nothing: no damage, and never another kind of value. */
public class HelperTargetsTest extends HelperCase {
  private static final Seq<String> VALUES = Seq.of(
      "{'id':2,'t':'two','n':5}",
      "{'t':'nameless','n':5}",
      "7",
      "'text'",
      "true",
      "[]",
      "[1,2]",
      "['a']",
      "[{'id':2,'n':5}]",
      "[{'n':5}]",
      "[null]",
      "[[{'id':1}]]",
      "{'docs':[]}",
      "{'docs':[{'id':2}]}",
      "{'docs':null,'n':5}",
      "{'pages':[],'pageParams':[]}",
      "{'pages':[[]],'pageParams':[0]}",
      "{'pages':[[{'id':2}]],'pageParams':[0]}",
      "{'pages':[{'items':[{'id':1}]}],'pageParams':[0]}",
      "{'pages':[null,7],'pageParams':[0,1]}",
      "{'pages':null,'n':5}");
  /** Those that are lists or hold one. */
  private static final String[] LISTS = {
    "[]",
    "[1,2]",
    "['a']",
    "[{'id':2,'n':5}]",
    "[{'n':5}]",
    "[null]",
    "[[{'id':1}]]",
    "{'docs':[]}",
    "{'docs':[{'id':2}]}",
    "{'pages':[[]],'pageParams':[0]}",
    "{'pages':[[{'id':2}]],'pageParams':[0]}"
  };

  private void leavesAlone(Helper helper, Object target, Seq<String> values) {
    values.each(value -> {
      assertEquals(value, made(value, target, helper));
      assertSame("the very value", before, after);
      assertEquals(value, remarks(1), told.size());
    });
  }

  private void leavesAlone(Helper helper, String... except) {
    Seq<String> those = VALUES.filter(value -> {
      boolean meant = false;
      for (String one : except) {
        meant |= one.equals(value);
      }
      return !meant;
    });
    leavesAlone(helper, key("v"), those);
    leavesAlone(helper, prefix("v"), those);
  }

  // What is passed over

  @Test
  public void merge_ofARecordThatIsNotThere() {
    leavesAlone(
        (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}")),
        "{'t':'nameless','n':5}",
        "{'docs':null,'n':5}",
        "{'pages':null,'n':5}",
        "[[{'id':1}]]");
  }

  @Test
  public void merge_ofWhatIsNoRecord() {
    for (String fields : new String[] {"5", "'text'", "[]", "[{'id':2,'t':'X'}]", "true"}) {
      leavesAlone((intent, key) -> intent.merge(key, json(fields)));
    }
    leavesAlone((intent, key) -> intent.merge(key, undefined()));
  }

  @Test
  public void merge_withoutAnId_overLists() {
    leavesAlone(
        (intent, key) -> intent.merge(key, json("{'t':'X'}")),
        "{'id':2,'t':'two','n':5}",
        "{'t':'nameless','n':5}",
        "{'docs':null,'n':5}",
        "{'pages':null,'n':5}");
  }

  @Test
  public void remove_ofARecordThatIsNotThere() {
    leavesAlone((intent, key) -> intent.remove(key, 1.0));
    leavesAlone((intent, key) -> intent.remove(key, "1"));
    leavesAlone((intent, key) -> intent.remove(key, undefined()));
    leavesAlone((intent, key) -> intent.remove(key, json("{'id':2}")));
  }

  @Test
  public void remove_ofTheRecordItself() {
    assertEquals(
        "{'id':2,'t':'two'}",
        made("{'id':2,'t':'two'}", key("v"), (intent, key) -> intent.remove(key, 2.0)));
  }

  @Test
  public void increment_ofAListsField() {
    leavesAlone(
        (intent, key) -> intent.increment(key, "n", 1),
        "{'id':2,'t':'two','n':5}",
        "{'t':'nameless','n':5}",
        "{'docs':null,'n':5}",
        "{'pages':null,'n':5}");
  }

  @Test
  public void increment_ofARecordThatIsNotThere() {
    leavesAlone((intent, key) -> intent.increment(key, "n", 1, 1.0));
  }

  @Test
  public void increment_ofWhatIsNoNumber() {
    for (String value :
        new String[] {"{'n':'five'}", "{'n':'5'}", "{'n':[5]}", "{'n':{'n':5}}", "{'n':true}"}) {
      assertEquals(value, made(value, key("v"), (intent, key) -> intent.increment(key, "n", 1)));
      assertEquals(
          "[" + value + "]",
          made("[" + value + "]", key("v"), (intent, key) -> intent.increment(key, "n", 1)));
    }
  }

  @Test
  public void append_andPrepend_toWhatHoldsNoList() {
    leavesAlone((intent, key) -> intent.append(key, json("{'id':1}")), LISTS);
    leavesAlone((intent, key) -> intent.prepend(key, json("{'id':1}")), LISTS);
  }

  @Test
  public void upsert_intoWhatHoldsNoList() {
    leavesAlone((intent, key) -> intent.upsert(key, json("{'id':1}")), LISTS);
  }

  // What is meant

  @Test
  public void merge_byItsKey_meansTheRecordThatNamesNoId() {
    assertEquals(
        "{'t':'X','n':5,'id':1}",
        made(
            "{'t':'nameless','n':5}",
            key("v"),
            (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
    assertEquals(
        "{'t':'nameless','n':5}",
        made(
            "{'t':'nameless','n':5}",
            prefix("v"),
            (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
  }

  @Test
  public void merge_ofAnIdOfTheOtherType_keepsTheIdOfTheRecord() {
    assertEquals(
        "[{'id':2,'t':'X'}]",
        made(
            "[{'id':2,'t':'two'}]",
            key("v"),
            (intent, key) -> intent.merge(key, json("{'id':'2','t':'X'}"))));
    assertEquals(
        "{'id':'2','t':'X'}",
        made(
            "{'id':'2','t':'two'}",
            prefix("v"),
            (intent, key) -> intent.merge(key, json("{'id':2,'t':'X'}"))));
  }

  @Test
  public void merge_meansEveryCopy() {
    assertEquals(
        "{'pages':[[{'id':1,'t':'X'},{'id':2}],[{'id':1,'t':'X'}]],'pageParams':[0,1]}",
        made(
            "{'pages':[[{'id':1},{'id':2}],[{'id':1}]],'pageParams':[0,1]}",
            key("v"),
            (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
    assertEquals(
        "[{'id':1,'t':'X'},{'id':1,'t':'X'}]",
        made(
            "[{'id':1},{'id':1}]",
            key("v"),
            (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
  }

  @Test
  public void remove_meansEveryCopy() {
    assertEquals(
        "{'pages':[{'docs':[{'id':2}]},{'docs':[]}],'pageParams':[0,1]}",
        made(
            "{'pages':[{'docs':[{'id':1},{'id':2}]},{'docs':[{'id':1}]}],'pageParams':[0,1]}",
            key("v"),
            (intent, key) -> intent.remove(key, "1")));
    assertEquals(
        "[]", made("[{'id':1},{'id':1}]", key("v"), (intent, key) -> intent.remove(key, 1.0)));
  }

  @Test
  public void upsert_meansEveryCopy_andTheRecordItself() {
    assertEquals(
        "{'pages':[[{'id':1,'t':'X'}],[{'id':1,'t':'X'}]],'pageParams':[0,1]}",
        made(
            "{'pages':[[{'id':1}],[{'id':1}]],'pageParams':[0,1]}",
            key("v"),
            (intent, key) -> intent.upsert(key, json("{'id':1,'t':'X'}"))));
    assertEquals(
        "{'id':1,'t':'X'}",
        made(
            "{'id':1,'n':5}",
            key("v"),
            (intent, key) -> intent.upsert(key, json("{'id':1,'t':'X'}"))));
  }

  @Test
  public void upsert_ofAnIdOfTheOtherType_isNoSecondRecord() {
    assertEquals(
        1,
        Json.items(Json.parse(made(
                    "[{'id':1,'t':'t0'}]",
                    key("v"),
                    (intent, key) -> intent.upsert(key, json("{'id':'1','t':'X'}")))
                .replace('\'', '"')))
            .size());
  }

  @Test
  public void increment_meansTheRecordOfTheId_andEveryCopyOfIt() {
    Helper add = (intent, key) -> intent.increment(key, "n", 2, "1");
    assertEquals(
        "[{'id':1,'n':7},{'id':2,'n':5}]", made("[{'id':1,'n':5},{'id':2,'n':5}]", key("v"), add));
    assertEquals("{'docs':[{'id':1,'n':2}]}", made("{'docs':[{'id':1}]}", prefix("v"), add));
    assertEquals(
        "{'pages':[[{'id':1,'n':7}],[{'id':1,'n':7}]],'pageParams':[0,1]}",
        made("{'pages':[[{'id':1,'n':5}],[{'id':1,'n':5}]],'pageParams':[0,1]}", key("v"), add));
    assertEquals("{'id':1,'n':7}", made("{'id':1,'n':5}", key("v"), add));
    assertEquals("[{'id':1,'n':2}]", made("[{'id':1,'n':null}]", key("v"), add));
  }

  @Test
  public void nestedRecordsOfTheSameNumber_areLeftAlone() {
    String post = "{'id':1,'t':'t0','comments':[{'id':1,'t':'c'}],'author':{'id':1,'t':'a'}}";
    assertEquals(
        post.replace("t0", "X"),
        made(post, key("v"), (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
    assertEquals(
        "[" + post.replace("t0", "X") + "]",
        made(
            "[" + post + "]",
            key("v"),
            (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
    assertEquals(post, made(post, key("v"), (intent, key) -> intent.remove(key, 1.0)));
  }

  @Test
  public void aRecordThatHoldsADocsOfItsOwn_isTheOneThatIsMeant() {
    String folder = "{'id':1,'t':'t0','docs':[{'id':1,'t':'d'},{'id':3,'t':'d'}]}";
    assertEquals(
        folder.replace("t0", "X"),
        made(folder, key("v"), (intent, key) -> intent.merge(key, json("{'id':1,'t':'X'}"))));
    assertEquals(
        folder.replace("'id':3,'t':'d'", "'id':3,'t':'X'"),
        made(folder, key("v"), (intent, key) -> intent.merge(key, json("{'id':3,'t':'X'}"))));
  }
}
