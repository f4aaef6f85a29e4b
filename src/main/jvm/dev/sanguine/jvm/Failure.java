package dev.sanguine.jvm;

import org.jspecify.annotations.Nullable;

/** Carries a failure that is no exception through code that throws: any value can be one. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable Object value;

  public Failure(@Nullable Object value) {
    super(String.valueOf(value));
    this.value = value;
  }

  /** What failed it: any value. */
  public @Nullable Object value() {
    return value;
  }
}
