package dev.sanguine.query;

import dev.sanguine.env.Binding;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import dev.sanguine.query.options.MutateOptions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.state.Action;
import dev.sanguine.query.state.ActionType;
import dev.sanguine.query.state.CacheEvent;
import dev.sanguine.query.state.CacheEvents;
import dev.sanguine.query.state.Contexts;
import dev.sanguine.query.state.MutationContext;
import dev.sanguine.query.state.MutationResult;
import dev.sanguine.query.state.PlainObjects;
import dev.sanguine.query.state.States;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** Starts mutations of one kind and shows the latest. */
@JsType
public class MutationObserver extends Subscribable {
  public MutationOptions options;

  private final QueryClient client;
  private MutationResult result;
  private Mutation current;
  private MutateOptions callbacks;

  @JsConstructor
  public MutationObserver(QueryClient client, @JsOptional MutationOptions options) {
    this.client = client;
    bindMethods();
    setOptions(options);
    update();
  }

  public void bindMethods() {
    Binding.bind(this, "mutate", "reset");
  }

  public void setOptions(@JsOptional MutationOptions options) {
    MutationOptions before = this.options;
    this.options = client.defaultMutationOptions(options);
    if (!PlainObjects.shallowEqual(this.options, before)) {
      CacheEvent event = CacheEvents.event("observerOptionsUpdated", current);
      event.observer = this;
      client.getMutationCache().notify(event);
    }
    Values values = client.environment.values;
    if (before != null
        && before.mutationKey != null
        && this.options.mutationKey != null
        && !values.same(
            values.hashKey(before.mutationKey), values.hashKey(this.options.mutationKey))) {
      reset();
    } else if (current != null && current.state.status.equals("pending")) {
      current.setOptions(this.options);
    }
  }

  @Override
  public void onSubscribe() {
    if (listeners.size() == 1 && current != null) {
      current.addObserver(this);
      update();
    }
  }

  @Override
  public void onUnsubscribe() {
    if (!hasListeners()) {
      leave();
    }
  }

  public void onMutationUpdate(Action action) {
    update();
    client.environment.notify.run(() -> {
      MutateOptions ofThisCall = callbacks;
      if (ofThisCall != null
          && hasListeners()
          && action != null
          && (action.type.equals(ActionType.SUCCESS) || action.type.equals(ActionType.ERROR))) {
        MutationResult before = result;
        MutationContext context = Contexts.mutationContext(client, options);
        Mutation ofThis = current;
        callBack(ofThis, () -> callOnSuccessOrError(ofThisCall, action, before, context));
        callBack(ofThis, () -> callOnSettled(ofThisCall, action, before, context));
      }
      listeners.each(listener -> listener.on(result));
    });
  }

  public MutationResult getCurrentResult() {
    return result;
  }

  /** Lets go of the mutation that is shown; it goes on unseen. */
  public void reset() {
    leave();
    current = null;
    onMutationUpdate(null);
  }

  /** Starts a mutation. The callbacks run only while this has listeners, and only for the latest call. */
  public Thenable<Object> mutate(
      @JsOptional Object variables, @JsOptional MutateOptions callbacks) {
    this.callbacks = callbacks;
    leave();
    current = client.getMutationCache().build(client, options, null);
    current.addObserver(this);
    return current.execute(variables);
  }

  /** True if the latest call has a callback that is told of errors. */
  boolean hearsOfErrors() {
    return callbacks != null
        && hasListeners()
        && (callbacks.onError != null || callbacks.onSettled != null);
  }

  private void update() {
    result = States.result(current != null ? current.state : States.mutationState(), this);
    if (client.pacing != null) {
      client.pacing.show(result, current);
    }
  }

  private void leave() {
    if (current != null) {
      current.removeObserver(this);
    }
  }

  private Object callOnSuccessOrError(
      MutateOptions ofCall, Action action, MutationResult before, MutationContext context) {
    if (action.type.equals(ActionType.SUCCESS)) {
      return ofCall.onSuccess == null
          ? null
          : ofCall.onSuccess.call(action.data, before.variables, before.context, context);
    }
    return ofCall.onError == null
        ? null
        : ofCall.onError.call(action.error, before.variables, before.context, context);
  }

  private Object callOnSettled(
      MutateOptions ofCall, Action action, MutationResult before, MutationContext context) {
    Object error = action.type.equals(ActionType.SUCCESS) ? null : action.error;
    return ofCall.onSettled == null
        ? null
        : ofCall.onSettled.call(action.data, error, before.variables, before.context, context);
  }

  /**
   * Calls it with the law knowing whose it is. What it throws becomes an unhandled rejection and stops nothing. There is no
   * mutation if a listener began it while reset let go of the one before.
   */
  private void callBack(Mutation mutation, Supply callback) {
    Environment env = client.environment;
    env.errors.attempt(
        mutation == null ? callback : knownAs(mutation, callback), env.deferreds::reject);
  }

  private Supply knownAs(Mutation mutation, Supply callback) {
    MutationRun run = mutation.run;
    Supply known = run == null
        ? callback
        : () -> client.getQueryCache().handWrites.callers.call(run, callback);
    return client.log == null ? known : () -> client.log.calling(mutation.asOwner(), known);
  }
}
