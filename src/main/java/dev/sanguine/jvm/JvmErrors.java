package dev.sanguine.jvm;

import dev.sanguine.env.Errors;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Then;
import java.lang.System.Logger;
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
  public Object cancelled(boolean revert, boolean silent) {
    return new CancelledException(revert, silent);
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
  public boolean isUnknownOutcome(@Nullable Object error) {
    if (error == null) {
      return false;
    }
    try {
      return "unknown".equals(error.getClass().getField("outcome").get(error));
    } catch (ReflectiveOperationException e) {
      return false;
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
