package dev.sanguine.query.settling;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Screen;
import org.junit.Before;

/** A list in which a record is being made: what is done to the record waits for its id. */
public abstract class WaitersCase extends LawCase {
  protected Screen list;

  @Before
  public void aListInWhichARecordIsBeingMade() {
    cache("list", "[]");
    list = watch(query("list").staleTime(1e12));
    mutate(create("create", "list"), json("{'id':'t','n':'0'}"));
    settle();
  }

  protected final Outcome patch(String name) {
    return mutate(patch(name, "list"), json("{'id':'t','n':'" + name + "'}"));
  }

  protected final void made() {
    answer("create", "{'id':2,'n':'0'}");
  }

  /** The names of the patches that were sent, in their order. */
  protected final String sentPatches() {
    return join(network.calls().map(call -> call.name).filter(name -> name.length() == 1));
  }

  protected final void ends(String shown) {
    answer("get list", "[{'id':2,'n':'" + shown + "'}]");
    assertEquals("[{'id':2,'n':'" + shown + "'}]", list.now());
  }
}
