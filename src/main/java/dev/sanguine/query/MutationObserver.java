package dev.sanguine.query;

import dev.sanguine.env.Binding;
import dev.sanguine.env.Subscribable;
import dev.sanguine.env.Task;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
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
    if (!Records.shallowEqual(this.options, before)) {
      client.getMutationCache().say("observerOptionsUpdated", current, this, null);
    }
    Values values = client.environment.values;
    if (before != null && before.mutationKey != null && this.options.mutationKey != null
        && !values.hashKey(before.mutationKey).equals(values.hashKey(this.options.mutationKey))) {
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
    if (!hasListeners() && current != null) {
      current.removeObserver(this);
    }
  }

  public void onMutationUpdate(Action action) {
    update();
    report(action);
  }

  public MutationResult getCurrentResult() {
    return result;
  }

  /** Lets go of the mutation that is shown; it goes on unseen. */
  public void reset() {
    if (current != null) {
      current.removeObserver(this);
    }
    current = null;
    update();
    report(null);
  }

  /** Starts a mutation. The callbacks run only while this has listeners, and only for the latest call. */
  public Thenable<Object> mutate(@JsOptional Object variables, @JsOptional MutateOptions callbacks) {
    this.callbacks = callbacks;
    if (current != null) {
      current.removeObserver(this);
    }
    current = client.getMutationCache().build(client, options, null);
    current.addObserver(this);
    return current.execute(variables);
  }

  private void update() {
    MutationResult next = Records.result(current != null ? current.state : Records.mutationState(), this);
    next.isPending = next.status.equals("pending");
    next.isSuccess = next.status.equals("success");
    next.isError = next.status.equals("error");
    next.isIdle = next.status.equals("idle");
    result = next;
  }

  private void report(Action action) {
    client.environment.notify.run(() -> {
      if (callbacks != null && hasListeners() && action != null) {
        callBack(action);
      }
      tell(result);
    });
  }

  private void callBack(Action action) {
    boolean success = action.type.equals("success");
    if (!success && !action.type.equals("error")) {
      return;
    }
    MutationContext context = new MutationContext();
    context.client = client;
    context.meta = options.meta;
    context.mutationKey = options.mutationKey;
    MutateOptions to = callbacks;
    Object variables = result.variables;
    Object onMutateResult = result.context;
    Object undefined = client.environment.values.undefined();
    if (success) {
      quietly(() -> Calls.call(to.onSuccess, action.data, variables, onMutateResult, context));
    } else {
      quietly(() -> Calls.call(to.onError, action.error, variables, onMutateResult, context));
    }
    quietly(() -> Calls.call(to.onSettled, success ? action.data : undefined, success ? null : action.error,
        variables, onMutateResult, context));
  }

  /** What the callback throws becomes an unhandled rejection and stops nothing. */
  private void quietly(Task call) {
    client.environment.errors.guard(call, error -> client.environment.deferreds.reject(error));
  }
}
