package dev.sanguine.env;

import jsinterop.annotations.JsType;

/** What can be listened to. Listeners are called at once, in the order in which they came. */
@JsType
public class Subscribable {
  public OrderedSet<Listener<Object>> listeners = new OrderedSet<>();

  public Subscribable() {
    Binding.bindSubscribe(this);
  }

  /** Adds the listener; what is returned takes it away again. */
  public Task subscribe(Listener<?> listener) {
    @SuppressWarnings("unchecked")
    Listener<Object> heard = (Listener<Object>) listener;
    listeners.add(heard);
    onSubscribe();
    return () -> {
      listeners.remove(heard);
      onUnsubscribe();
    };
  }

  public boolean hasListeners() {
    return listeners.size() > 0;
  }

  /** Called after a listener came. */
  public void onSubscribe() {}

  /** Called after a listener left. */
  public void onUnsubscribe() {}

  protected final void tell(Object event) {
    listeners.each(listener -> listener.on(event));
  }
}
