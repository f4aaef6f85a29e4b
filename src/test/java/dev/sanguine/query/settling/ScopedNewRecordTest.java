package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.LawCase;
import org.junit.Test;

/** Changes of a record that is being made stand in its line, and in that of a scope, if they have one. */
public class ScopedNewRecordTest extends LawCase {
  @Test
  public void inTheScopeOfTheirMaker_theyAreSentOneAfterTheOther() {
    cache("list", "[]");
    mutate(create("A", "list").scope("s"), json("{'id':'tmp'}"));
    mutate(patch("B", "list").scope("s"), json("{'id':'tmp','t':'B'}"));
    mutate(patch("C", "list").scope("s"), json("{'id':'tmp','u':'C'}"));
    answer("A", "{'id':7}");
    answer("B", "{'id':7,'t':'B'}");
    assertEquals("{'id':7,'u':'C'}", sent("C"));
    answer("C", "{'id':7,'t':'B','u':'C'}");
    assertEquals("[{'id':7,'t':'B','u':'C'}]", base("list"));
  }
}
