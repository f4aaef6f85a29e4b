package dev.sanguine.jvm;

/** Carries a failure that is no exception through code that throws: any value can be one. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Object value;

  public Failure(Object value) {
    super(String.valueOf(value));
    this.value = value;
  }

  public Object value() {
    return value;
  }
}
