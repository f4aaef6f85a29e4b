package dev.sanguine.query.pacing;

import dev.sanguine.env.Environment;
import dev.sanguine.query.Conflicts;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.state.MutationContext;

/** What is done as a request leaves, by itself or for several. */
final class Departure {
  private Departure() {}

  /** Its change leaves now, with a request of its own or with another's. */
  static void leave(MutationRun run, SharedRequest request) {
    if (run.intent != null) {
      run.owner.asOwner().request = request;
      run.owner.client.log.sent(run.intent);
    }
    run.sentOnline = run.env.online.isOnline();
  }

  /** The function may need what a precondition is made of. Throws if the request must not leave. */
  static void tellConflicts(MutationRun run) {
    Conflicts conflicts = run.owner.client.conflicts;
    if (conflicts != null && run.intent != null) {
      conflicts.send(run);
    }
  }

  /** Calls the app's function. */
  static Object call(MutationRun run, Object variables, MutationContext context) {
    return run.owner
        .client
        .getQueryCache()
        .handWrites
        .callers
        .call(run, () -> run.owner.options.mutationFn.send(variables, context));
  }

  /** A key by which the server knows a request that it has had before. */
  static String newKey(Environment env) {
    return env.draw() + "-" + env.draw() + "-" + env.draw() + "-" + env.draw();
  }
}
