package dev.sanguine.query;

import dev.sanguine.env.Binding;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
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
  private final Mutate mutate = (variables, callbacks) -> mutate(variables, callbacks);
  private final Task reset = () -> reset();
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
    Binding.bind(this, "mutate");
    Binding.bind(this, "reset");
  }

  public void setOptions(@JsOptional MutationOptions options) {
    MutationOptions before = this.options;
    this.options = client.defaultMutationOptions(options);
    if (!Records.shallowEqual(this.options, before)) {
      CacheEvent event = MutationCache.event("observerOptionsUpdated", current);
      event.observer = this;
      client.getMutationCache().notify(event);
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
    MutationState state = current != null ? current.state : Records.mutationState();
    MutationResult next = Records.result(state);
    next.isPending = next.status.equals("pending");
    next.isSuccess = next.status.equals("success");
    next.isError = next.status.equals("error");
    next.isIdle = next.status.equals("idle");
    next.mutate = mutate;
    next.reset = reset;
    result = next;
  }

  private void report(Action action) {
    client.environment.notify.run(() -> {
      if (callbacks != null && hasListeners() && action != null) {
        callBack(action);
      }
      Seq<Listener<Object>> now = listeners.items();
      for (int i = 0; i < now.size(); i++) {
        now.get(i).on(result);
      }
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
      quietly(to.onSuccess, action.data, variables, onMutateResult, context);
      quietly(to.onSettled, action.data, null, variables, onMutateResult, context);
    } else {
      quietly(to.onError, action.error, variables, onMutateResult, context);
      quietly(to.onSettled, undefined, action.error, variables, onMutateResult, context);
    }
  }

  /** What the callback throws becomes an unhandled rejection and stops nothing. */
  private void quietly(Callback callback, Object... args) {
    if (callback != null) {
      client.environment.errors.attempt(() -> callback.call(args), error -> {
        client.environment.deferreds.reject(error);
        return null;
      });
    }
  }
}
