package dev.sanguine.testkit;

import dev.sanguine.query.options.MutationOptions;

/** Options that are the same in all but what the caller changes. */
final class SimulatedOptions {
  private SimulatedOptions() {}

  static MutationOptions copy(MutationOptions options) {
    MutationOptions copy = new MutationOptions();
    copy.mutationKey = options.mutationKey;
    copy.mutationFn = options.mutationFn;
    copy.optimistic = options.optimistic;
    copy.merge = options.merge;
    copy.resync = options.resync;
    copy.onMutate = options.onMutate;
    copy.onSuccess = options.onSuccess;
    copy.onError = options.onError;
    copy.onSettled = options.onSettled;
    copy.retry = options.retry;
    copy.retryDelay = options.retryDelay;
    copy.networkMode = options.networkMode;
    copy.scope = options.scope;
    copy.coalesce = options.coalesce;
    copy.debounce = options.debounce;
    copy.hold = options.hold;
    return copy;
  }
}
