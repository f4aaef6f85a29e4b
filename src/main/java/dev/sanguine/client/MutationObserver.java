package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Task;
import org.jspecify.annotations.Nullable;

/**
 * Starts mutations of one kind and shows the latest. Made by {@link Client#observe(Mutation)}.
 *
 * @param <V> the type of the variables
 * @param <A> the type of the answer
 */
public final class MutationObserver<V extends @Nullable Object, A extends @Nullable Object> {
  private final Client client;
  private final dev.sanguine.query.MutationObserver raw;
  private @Nullable MutationResult<V, A> last;

  MutationObserver(Client client, Mutation<V, A> mutation) {
    this.client = client;
    raw = new dev.sanguine.query.MutationObserver(client.engine(), mutation.options());
  }

  /** {@return what is seen now; the same object until that changes} */
  public MutationResult<V, A> current() {
    return typed(raw.getCurrentResult());
  }

  /**
   * Tells the listener of every change from now on, in the call that makes it; what is returned ends that. What it
   * throws is reported, and stops nothing.
   *
   * @param listener hears of it
   * @return ends that
   */
  public Task subscribe(Listener<? super MutationResult<V, A>> listener) {
    Listener<dev.sanguine.query.state.MutationResult> told = result ->
        Guarded.tell(client.environment(), "a mutation", () -> listener.on(typed(result)));
    return raw.subscribe(told);
  }

  /**
   * Starts a mutation, which is shown from now on; the one before goes on unseen. As {@link Client#mutate}.
   *
   * @param variables what the mutation is started with
   * @return the outcome to come
   */
  @SuppressWarnings("unchecked")
  public Future<A> mutate(V variables) {
    return (Future<A>) Futures.ofMutation(client.engine(), () -> raw.mutate(variables, null));
  }

  /**
   * Takes the change that is shown back, if it is held.
   *
   * @return false if it is not
   */
  public boolean undo() {
    Supply undo = raw.getCurrentResult().undo;
    return undo != null && (Boolean) undo.get();
  }

  /**
   * Sends the change that is shown now, if it is held or waits for a pause.
   *
   * @return false if it does not
   */
  public boolean sendNow() {
    Supply sendNow = raw.getCurrentResult().sendNow;
    return sendNow != null && (Boolean) sendNow.get();
  }

  /** Lets go of the mutation that is shown; it goes on unseen. */
  public void reset() {
    raw.reset();
  }

  /**
   * Starts mutations of this kind from now on.
   *
   * @param mutation how the change is sent
   */
  public void setMutation(Mutation<V, A> mutation) {
    raw.setOptions(mutation.options());
  }

  private MutationResult<V, A> typed(dev.sanguine.query.state.MutationResult result) {
    if (last == null || last.raw != result) {
      last = new MutationResult<>(result);
    }
    return last;
  }
}
