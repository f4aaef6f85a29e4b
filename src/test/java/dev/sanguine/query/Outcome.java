package dev.sanguine.query;

import dev.sanguine.env.Thenable;

/** What became of a thenable so far. */
public final class Outcome {
  /** The value or the error; null while pending. */
  public Object value;

  private String state = "pending";
  private final EngineCase test;

  public Outcome(EngineCase test, Thenable<Object> thenable) {
    this.test = test;
    thenable.then(
        result -> {
          value = result;
          state = "done";
          return null;
        },
        error -> {
          value = error;
          state = "failed";
          return null;
        });
  }

  public boolean isPending() {
    return state.equals("pending");
  }

  public boolean failed() {
    return state.equals("failed");
  }

  /** "pending", "done: value" or "failed: error". */
  @Override
  public String toString() {
    return isPending() ? state : state + ": " + (failed() ? message(value) : test.text(value));
  }

  /** An error's own words on either runtime. */
  public static String message(Object error) {
    if (error instanceof Throwable) {
      return ((Throwable) error).getMessage();
    }
    String text = String.valueOf(error);
    return text.startsWith("Error: ") ? text.substring("Error: ".length()) : text;
  }
}
