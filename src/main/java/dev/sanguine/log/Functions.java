package dev.sanguine.log;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.pending.EngineProbe;

/** Functions that an app has registered under a mutation's key, in the place of those that a log only names. */
final class Functions {
  private Functions() {}

  /** Asks what is registered for the intent; if that writes down other changes than the log has, it is not used. */
  static void lookUp(ReplayedIntent story, QueryClient client) {
    Object key = Json.get(story.issued, "mutationKey");
    if (client == null || key == null || Json.list(story.issued, "lossy").has("variables")) {
      return;
    }
    Environment env = client.environment;
    Object variables = Docs.has(story.issued, "variables")
        ? Json.get(story.issued, "variables")
        : env.values.undefined();
    env.errors.guard(
        () -> {
          Seq<EngineProbe.Written> written = EngineProbe.rewrite(client, key, variables);
          if (written != null
              && written.size() == story.changes.size()
              && !written.someAt((one, i) -> one.kind != story.changes.get(i).kind)) {
            for (int i = 0; i < written.size(); i++) {
              // What a change of a record makes of a list goes by what the client knew.
              story.changes.get(i).made = written.get(i).record == null ? written.get(i) : null;
            }
          }
        },
        error -> {});
    story.merge = guarded(env, old -> {
      Updater merge = story.answer == DocValues.ABSENT
          ? null
          : EngineProbe.merge(client, key, story.answer, variables);
      return merge == null ? env.values.undefined() : merge.update(old);
    });
    story.changes.each(change -> {
      EngineProbe.Written made = change.made;
      if (made != null) {
        change.function = guarded(env, old -> made.apply(old, env.values));
      }
    });
  }

  /** What the registered function makes of the value; ABSENT if none is registered, or it throws. */
  static Object made(ReplayChange change, Object old) {
    return change.function == null ? DocValues.ABSENT : change.function.update(old);
  }

  static Object merged(ReplayChange change, Object old) {
    ReplayedIntent story = change.intent;
    return story.merge == null
        ? DocValues.ABSENT
        : story.merge.update(story.names == null ? old : EngineProbe.named(old, story.names));
  }

  /** A function of documents; one that throws, or gives what is no document, says nothing. */
  private static Updater guarded(Environment env, Updater function) {
    return old -> env.errors.attempt(
        () -> {
          Object out = function.update(old == DocValues.ABSENT ? env.values.undefined() : old);
          return env.values.isUndefined(out) ? old : Plain.isPlain(out) ? out : DocValues.ABSENT;
        },
        error -> DocValues.ABSENT);
  }
}
