package dev.sanguine.query.rollback;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Screen;
import org.junit.Before;
import org.junit.Test;

/** Two changes of one field. RTK Query's inverse patch writes the value from before A over B's. */
public class SameFieldTest extends EngineCase {
  private Screen screen;

  @Before
  public void aRecordIsShown() {
    cache("record", "{'title':'t0'}");
    screen = watch(query("record").staleTime(1e9));
  }

  private void changeTitle(String name) {
    mutate(setField(name, "title", name));
  }

  @Test
  public void aFails_whileBInFlight_showsB() {
    changeTitle("A");
    changeTitle("B");
    fail("A");
    assertEquals("{'title':'B'}", screen.now());
    fail("B");
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void bFails_whileAInFlight_showsA() {
    changeTitle("A");
    changeTitle("B");
    fail("B");
    assertEquals("{'title':'A'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void aConfirmed_thenBFails_showsA() {
    changeTitle("A");
    changeTitle("B");
    answer("A", "{}");
    assertEquals("{'title':'B'}", screen.now());
    fail("B");
    assertEquals("{'title':'A'}", screen.now());
  }

  @Test
  public void bConfirmed_thenAFails_showsB() {
    changeTitle("A");
    changeTitle("B");
    answer("B", "{}");
    assertEquals("{'title':'B'}", screen.now());
    fail("A");
    assertEquals("{'title':'B'}", screen.now());
  }

  @Test
  public void bConfirmedBeforeA_showsBAllTheTime() {
    changeTitle("A");
    changeTitle("B");
    answer("B", "{}");
    answer("A", "{}");
    assertEquals("{'title':'t0'} | {'title':'A'} | {'title':'B'}", screen.history());
    answer("get record", "{'title':'B'}");
    assertEquals("{'title':'B'}", screen.now());
  }

  /** A, B and C change the title; the first of these fails, and the latest that is left shows. */
  private void ofThree(String failing, String shown, String next, String last) {
    changeTitle("A");
    changeTitle("B");
    changeTitle("C");
    fail(failing);
    assertEquals("{'title':'" + shown + "'}", screen.now());
    fail(next);
    assertEquals("{'title':'" + last + "'}", screen.now());
    fail(last);
    assertEquals("{'title':'t0'}", screen.now());
  }

  @Test
  public void ofThree_theFirstFails() {
    ofThree("A", "C", "B", "C");
  }

  @Test
  public void ofThree_theSecondFails() {
    ofThree("B", "C", "A", "C");
  }

  @Test
  public void ofThree_theLastFails() {
    ofThree("C", "B", "B", "A");
  }

  @Test
  public void aChangeThatReadsThePresentValue_isMadeAgainWithoutTheFailedOne() {
    mutate(change("A", (intent, v) -> {
      intent.update(
          key("record"), old -> Json.with(old, "title", Json.string(old, "title") + "-a"));
      return undefined();
    }));
    mutate(change("B", (intent, v) -> {
      intent.update(
          key("record"), old -> Json.with(old, "title", Json.string(old, "title") + "-b"));
      return undefined();
    }));
    assertEquals("{'title':'t0-a-b'}", screen.now());
    fail("A");
    assertEquals("{'title':'t0-b'}", screen.now());
  }
}
