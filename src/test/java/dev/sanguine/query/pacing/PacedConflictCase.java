package dev.sanguine.query.pacing;

import dev.sanguine.query.Outcome;
import dev.sanguine.query.conflicts.ConflictCase;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.testkit.ScriptedPage;
import org.junit.Before;

/** A client with both features, whose changes of one record wait in one line. */
abstract class PacedConflictCase extends ConflictCase {
  @Before
  public final void aClientThatPacesToo() {
    client = newClient(new QueryClientConfig()
        .features(ConflictsFeature::conflicts, Pacer.pacingOn(new ScriptedPage())));
    cache("record", record(1, "t0", "s0"));
    cache("list", "[" + record(1, "t0", "s0") + "]");
    watch(versioned("record"));
    watch(versioned("list"));
  }

  /** A change that is merged with those that wait. */
  final Outcome merged(String text) {
    return mutate(edit().scope("record").coalesce("merge"), fields(text));
  }
}
