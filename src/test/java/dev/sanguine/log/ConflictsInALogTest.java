package dev.sanguine.log;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.options.QueryClientConfig;
import org.junit.Before;
import org.junit.Test;

/** A change that is in conflict, in the log and in its replay. */
public class ConflictsInALogTest extends LogCase {
  private EventLog log;

  @Before
  public void aTitleThatIsTheirsByNow() {
    client = new QueryClient(
        new QueryClientConfig().environment(env).features(ConflictsFeature::conflicts));
    cache("record", "{'id':1,'title':'t'}");
    log = new EventLog(client, null);
    mutate(change("A", (intent, variables) -> {
          intent.merge(key("record"), json("{'id':1,'title':'mine'}"));
          return env.values.undefined();
        })
        .conflict(error -> Json.object("theirs", json("{'id':1,'title':'theirs'}"))));
    fail("A");
  }

  @Test
  public void aConflict_isAnEventWithItsErrorAndNumber() {
    LogEvent conflict = log.events().first(event -> event.type.equals("conflict"));
    assertEquals("A failed", conflict.error);
    assertEquals(true, conflict.number > 0);
  }

  @Test
  public void aReplay_knowsTheState() {
    Replay replay = new Replay(log.export(), null);
    Seq<String> states = new Seq<>();
    for (int i = 0; i <= replay.getLength(); i++) {
      replay.at(i).intents.each(intent -> states.add(intent.state));
    }
    assertEquals(true, states.has("conflict"));
    assertEquals(view("record"), text(replay.query(hash("record")).view));
  }
}
