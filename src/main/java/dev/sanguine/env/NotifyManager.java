package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsFunction;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsType;

/**
 * Gathers notifications: what is scheduled while a batch runs is delivered together after the outermost batch has
 * ended, in a task of its own (a timer of 0 ms unless another scheduler is set).
 */
@JsType
public class NotifyManager {
  /** Runs a callback; an app wraps it, say in a framework's own batching. */
  @JsFunction
  public interface Notify {
    void run(Task callback);
  }

  /** A callback of any arguments. */
  @JsFunction
  public interface Calls {
    void call(Object... args);
  }

  private Notify scheduler;
  private Notify notify = Platform.direct();
  private Notify batchNotify = notify;
  private Seq<Task> queue = new Seq<>();
  private double depth;

  @JsConstructor
  public NotifyManager(TimeoutManager timeouts) {
    scheduler = Platform.soon(timeouts);
    Binding.bind(
        this,
        "batch",
        "batchCalls",
        "schedule",
        "setNotifyFunction",
        "setBatchNotifyFunction",
        "setScheduler");
  }

  /** Runs the callback; what it schedules is delivered after it, and after the batches around it. */
  public Object batch(Supply callback) {
    depth++;
    try {
      return callback.get();
    } finally {
      if (--depth == 0) {
        flush();
      }
    }
  }

  @JsIgnore
  public void run(Task callback) {
    batch(Platform.supply(callback));
  }

  /** Delivers the callback later: with its batch, or in a task of its own. */
  public void schedule(Task callback) {
    if (depth > 0) {
      queue.add(callback);
    } else {
      Platform.call(scheduler, () -> Platform.call(notify, callback));
    }
  }

  /** The callback, scheduled each time it is called. */
  public Calls batchCalls(Calls callback) {
    return args -> schedule(() -> callback.call(args));
  }

  public void setNotifyFunction(Notify notify) {
    this.notify = notify;
  }

  public void setBatchNotifyFunction(Notify notify) {
    this.batchNotify = notify;
  }

  public void setScheduler(Notify scheduler) {
    this.scheduler = scheduler;
  }

  private void flush() {
    Seq<Task> now = queue;
    if (now.size() > 0) {
      queue = new Seq<>();
      Platform.call(
          scheduler,
          () -> Platform.call(batchNotify, () -> now.each(task -> Platform.call(notify, task))));
    }
  }
}
