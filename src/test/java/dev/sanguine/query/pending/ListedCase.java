package dev.sanguine.query.pending;

import static org.junit.Assert.assertEquals;

import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.options.IntentFilters;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.IntentResult;
import org.junit.Before;

/** A record and a list, and what an observer lists of their changes. */
public abstract class ListedCase extends EngineCase {
  @Before
  public void aRecordAndAList() {
    cache("record", "{'id':1,'title':'t0','status':'s0'}");
    cache("list", "[{'id':1,'n':'x'},{'id':2,'n':'y'},{'id':3,'n':'z'}]");
  }

  protected final IntentsObserver all() {
    return new IntentsObserver(client, undefined());
  }

  protected final IntentsObserver entity(Object id) {
    return new IntentsObserver(client, IntentFilters.of(key("list")).id(id));
  }

  protected final MutationOptions rename(String name, int id) {
    return change(name, (intent, v) -> {
      intent.merge(key("list"), Json.object("id", (double) id, "n", name));
      return undefined();
    });
  }

  /** State and fields of each, as "sent[title]". */
  protected static String text(IntentsObserver observer) {
    return join(
        observer.getCurrentResult().map(intent -> intent.state + "[" + join(intent.fields) + "]"));
  }

  protected static IntentResult only(IntentsObserver observer) {
    assertEquals(1, observer.getCurrentResult().size());
    return observer.getCurrentResult().get(0);
  }
}
