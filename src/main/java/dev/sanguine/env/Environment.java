package dev.sanguine.env;

import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsProperty;

/**
 * The world around an engine: the one way in for everything that differs between a browser, a JVM and a test. A client
 * is handed one and reaches for nothing else, so the same code runs on real and on virtual time.
 */
public final class Environment {
  /** The world of clients that are made without one: the browser door sets it when its module loads. */
  private static Environment standard;

  public final Clock clock;
  public final Randomness randomness;
  public final Values values;
  public final Errors errors;
  public final Deferreds deferreds;

  @JsProperty(name = "timeoutManager")
  public final TimeoutManager timeouts;

  @JsProperty(name = "notifyManager")
  public final NotifyManager notify;

  @JsProperty(name = "focusManager")
  public final FocusManager focus;

  @JsProperty(name = "onlineManager")
  public final OnlineManager online;

  @JsProperty(name = "environmentManager")
  public final EnvironmentManager server;
  /** Refuses calls from outside the client's executor (JVM); does nothing elsewhere. */
  public final Task guard;

  /** An environment of these parts; {@link #builder} names them. */
  @SuppressWarnings("unusable-by-js")
  @JsConstructor
  public Environment(
      Clock clock,
      Randomness randomness,
      Values values,
      Errors errors,
      Deferreds deferreds,
      TimeoutManager timeouts,
      Task guard) {
    this.clock = clock;
    this.randomness = randomness;
    this.values = values;
    this.errors = errors;
    this.deferreds = deferreds;
    this.timeouts = timeouts;
    this.guard = guard;
    notify = new NotifyManager(timeouts);
    focus = new FocusManager();
    online = new OnlineManager();
    server = new EnvironmentManager();
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * The environment of this runtime.
   *
   * @throws IllegalStateException if none was set: on the JVM every client is handed its own
   */
  public static Environment standard() {
    return Platform.given(standard);
  }

  /** The environment of this runtime, or null. */
  public static Environment standardIfAny() {
    return standard;
  }

  public static void setStandard(Environment environment) {
    standard = environment;
  }

  /** A random whole number below a thousand million. */
  public int draw() {
    return Platform.whole(randomness.next() * 1e9);
  }

  public boolean isServer() {
    return server.isServer();
  }

  /** Collects the parts; all but {@code guard} are needed. */
  public static final class Builder {
    private Clock clock;
    private Randomness randomness;
    private Values values;
    private Errors errors;
    private Deferreds deferreds;
    private TimeoutManager timeouts;
    private Task guard;

    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    public Builder randomness(Randomness randomness) {
      this.randomness = randomness;
      return this;
    }

    public Builder values(Values values) {
      this.values = values;
      return this;
    }

    public Builder errors(Errors errors) {
      this.errors = errors;
      return this;
    }

    public Builder deferreds(Deferreds deferreds) {
      this.deferreds = deferreds;
      return this;
    }

    public Builder timeouts(TimeoutManager timeouts) {
      this.timeouts = timeouts;
      return this;
    }

    public Builder guard(Task guard) {
      this.guard = guard;
      return this;
    }

    public Environment build() {
      return new Environment(clock, randomness, values, errors, deferreds, timeouts, guard);
    }
  }
}
