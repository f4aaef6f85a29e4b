package dev.sanguine.env;

/** Methods that JavaScript may take off their object and call. */
public final class Binding {
  private Binding() {}

  /** Binds the methods to their object; nothing to do in Java. */
  public static void bind(Object self, String... methods) {}

  /** The same for the method of everything that can be listened to. */
  public static void bindSubscribe(Object self) {}

  /** The same for the method of every observer of a query. */
  public static void bindRefetch(Object self) {}
}
