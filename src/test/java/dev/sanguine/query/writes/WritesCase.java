package dev.sanguine.query.writes;

import dev.sanguine.json.Json;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;

/** A record and a list are shown, and a push writes over them. */
public abstract class WritesCase extends LawCase {
  protected Screen record;
  protected Screen list;

  @Before
  public void aRecordAndAListAreShown() {
    cache("record", "{'id':1,'n':0}");
    cache("list", "[{'id':1,'n':'x'}]");
    record = watch(query("record").staleTime(1e12));
    list = watch(query("list").staleTime(1e12));
  }

  protected final void push(String name, String document) {
    client.setQueryData(key(name), json(document), null);
  }

  /** Adds 1 to the field by a function, as most apps write it. */
  protected final MutationOptions addByFunction(String name) {
    return with(
        name,
        "record",
        (intent, key) -> intent.update(key, old -> Json.with(old, "n", Json.number(old, "n") + 1)));
  }
}
