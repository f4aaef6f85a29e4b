package dev.sanguine.env;

/** Methods that JavaScript may take off their object and call. */
public final class Binding {
  private Binding() {}

  /** Binds the methods to their object; nothing to do in Java. */
  public static void bind(Object self, String... methods) {}
}
