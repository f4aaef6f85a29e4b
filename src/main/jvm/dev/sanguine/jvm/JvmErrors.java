package dev.sanguine.jvm;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Then;
import dev.sanguine.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Failures of a JVM program: exceptions mostly, any value if code says so. */
public final class JvmErrors implements Errors {
  private static final Logger LOG = System.getLogger("dev.sanguine");
  private static final String[] STATUS = {"status", "statusCode"};

  @Override
  public @Nullable Object attempt(Supply body, Then<Object> onThrow) {
    Object thrown;
    try {
      return body.get();
    } catch (Failure failure) {
      thrown = failure.value();
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable t) {
      thrown = t;
    }
    return onThrow.call(thrown);
  }

  @Override
  public RuntimeException raise(@Nullable Object error) {
    if (error instanceof Error) {
      throw (Error) error;
    }
    throw error instanceof RuntimeException ? (RuntimeException) error : new Failure(error);
  }

  @Override
  public Object create(String message) {
    return new IllegalStateException(message);
  }

  @Override
  public Object cancelled(@Nullable Object revert, @Nullable Object silent) {
    return new CancelledException(Boolean.TRUE.equals(revert), Boolean.TRUE.equals(silent));
  }

  @Override
  public boolean isCancelled(@Nullable Object error) {
    return error instanceof CancelledException;
  }

  @Override
  public boolean cancelledReverts(@Nullable Object error) {
    return error instanceof CancelledException && ((CancelledException) error).revert;
  }

  @Override
  public boolean cancelledSilently(@Nullable Object error) {
    return error instanceof CancelledException && ((CancelledException) error).silent;
  }

  @Override
  public boolean isLost(@Nullable Object error) {
    Object cause = cause(error);
    double status = status(cause);
    // The answer of a server that succeeded may be unreadable.
    if (status >= 300) {
      return status >= 500;
    }
    // Without a connection nothing was sent.
    boolean isUnsent = cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException
        || cause instanceof HttpConnectTimeoutException;
    // What somebody else than the engine has stopped may have been sent.
    boolean isStopped =
        cause instanceof CancellationException || cause instanceof InterruptedException;
    // An answer that is no JSON tells nothing.
    return isStopped
        || cause instanceof JsonException
        || cause instanceof TimeoutException
        || cause instanceof IOException && !isUnsent;
  }

  /** What is wrapped by those who wait. */
  private static @Nullable Object cause(@Nullable Object error) {
    Object cause = error;
    while (cause instanceof CompletionException
        || cause instanceof ExecutionException
        || cause instanceof UncheckedIOException) {
      cause = ((Throwable) cause).getCause();
    }
    return cause;
  }

  @Override
  public double status(@Nullable Object error) {
    Object cause = cause(error);
    int own = ownStatus(cause);
    return own > 0 ? own : ownStatus(memberOf(cause, "response"));
  }

  private static int ownStatus(@Nullable Object of) {
    for (String name : STATUS) {
      Object status = memberOf(of, name);
      // A status that is an object of its own tells its number.
      Object number = status instanceof Number ? status : memberOf(status, "value");
      if (number instanceof Number) {
        return ((Number) number).intValue();
      }
    }
    return 0;
  }

  @Override
  public @Nullable Object member(@Nullable Object error, String name) {
    return memberOf(cause(error), name);
  }

  /** What the public field of that name holds, or else what the method of that name or its getter gives; null if there is none. */
  private static @Nullable Object memberOf(@Nullable Object of, String name) {
    if (of == null) {
      return null;
    }
    try {
      Field field = of.getClass().getField(name);
      // The class itself may be an app's own, and not public.
      return field.trySetAccessible() ? field.get(of) : null;
    } catch (ReflectiveOperationException e) {
      Object given = called(of, name);
      return given != null
          ? given
          : called(of, "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
  }

  private static @Nullable Object called(Object of, String name) {
    try {
      Method method = of.getClass().getMethod(name);
      return method.trySetAccessible() ? method.invoke(of) : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  @Override
  public void warn(String message) {
    LOG.log(Logger.Level.WARNING, message);
  }

  @Override
  public void report(String message, @Nullable Object error) {
    String text = error == null ? message : message + " " + error;
    if (error instanceof Throwable) {
      LOG.log(Logger.Level.ERROR, text, (Throwable) error);
    } else {
      LOG.log(Logger.Level.ERROR, text);
    }
  }
}
