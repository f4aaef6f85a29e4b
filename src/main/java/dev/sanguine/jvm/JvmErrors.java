package dev.sanguine.jvm;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Then;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.reflect.Field;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Failures of a JVM program: exceptions mostly, any value where code says so. */
public final class JvmErrors implements Errors {
  private static final Logger LOG = System.getLogger("dev.sanguine");

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
  public @Nullable Object outcome(@Nullable Object error) {
    return member(error, "outcome");
  }

  @Override
  public boolean isLost(@Nullable Object error) {
    Object cause = error;
    while (cause instanceof CompletionException || cause instanceof ExecutionException || cause instanceof UncheckedIOException) {
      cause = ((Throwable) cause).getCause();
    }
    Object status = member(cause, "status");
    // The answer of a server that succeeded may be unreadable.
    if (status instanceof Number && ((Number) status).intValue() >= 300) {
      return ((Number) status).intValue() >= 500;
    }
    // Without a connection nothing was sent.
    boolean isUnsent = cause instanceof ConnectException || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException || cause instanceof HttpConnectTimeoutException;
    // What somebody else than the engine has stopped may have been sent.
    boolean isStopped = cause instanceof CancellationException || cause instanceof InterruptedException;
    return isStopped || cause instanceof TimeoutException || cause instanceof IOException && !isUnsent;
  }

  /** The public field of that name; null if there is none. */
  private static @Nullable Object member(@Nullable Object error, String name) {
    if (error == null) {
      return null;
    }
    try {
      Field field = error.getClass().getField(name);
      // The class itself may be an app's own, and not public.
      return field.trySetAccessible() ? field.get(error) : null;
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
    LOG.log(Logger.Level.ERROR, error == null ? message : message + " " + error);
  }
}
