package dev.sanguine.query.pacing;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.WeakTable;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationRun;
import dev.sanguine.query.QueryClient;

/** Requests of several changes that have failed. A person sends such a one again as a whole, under the key that it had. */
final class FailedTogether {
  private final QueryClient client;
  /** By mutation: the request that failed with its change. */
  private final WeakTable<SharedRequest> requests = new WeakTable<>();

  FailedTogether(QueryClient client) {
    this.client = client;
  }

  /** The request has failed for good. */
  void add(SharedRequest request) {
    request.merging.superseded().each(run -> forget(run.owner));
    request.merging.runs.each(run -> requests.put(run.owner, request));
  }

  private static void forget(Mutation mutation) {
    if (mutation.intent() != null) {
      mutation.asOwner().intent = null;
    }
  }

  /** Null if the mutation has no request in common with others, or some of them are not there any more. */
  Thenable<Object> retry(Mutation mutation) {
    SharedRequest request = requests.get(mutation);
    if (request == null) {
      return null;
    }
    Merging merging = request.merging;
    Seq<MutationRun> gone = merging.runs.filter(run -> !hasFailed(run.owner));
    Seq<MutationRun> superseded = merging.superseded();
    merging.runs.each(run -> requests.remove(run.owner));
    if (gone.some(run -> !superseded.has(run))) {
      // One of them was discarded: what is left is another request, for which the server must know
      // no answer.
      if (mutation == merging.lead.owner) {
        mutation.asOwner().idempotencyKey = Departure.newKey(client.environment);
      }
      return null;
    }
    Mutation lead = merging.lead.owner;
    merging.runs.filter(run -> run.owner != lead).each(run -> forget(run.owner));
    SharedRequest.showVariables(merging.lead, merging.variables);
    return lead.execute(merging.variables);
  }

  private boolean hasFailed(Mutation mutation) {
    return client.getMutationCache().has(mutation)
        && mutation.intent() != null
        && mutation.intent().hasFailed();
  }
}
