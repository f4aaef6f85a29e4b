package dev.sanguine.payload.contract;

import dev.sanguine.env.Thenable;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.Test;
import org.junit.runners.BlockJUnit4ClassRunner;
import org.junit.runners.model.FrameworkMethod;
import org.junit.runners.model.InitializationError;
import org.junit.runners.model.Statement;

/**
 * Runs test methods that return a {@link Thenable} on the world's own thread and waits for it, as J2CL's runner does in
 * a browser. Each such method says how long that may take: {@code @Test(timeout = ...)}.
 */
public final class AsyncRunner extends BlockJUnit4ClassRunner {
  public AsyncRunner(Class<?> testClass) throws InitializationError {
    super(testClass);
  }

  @Override
  protected void validatePublicVoidNoArgMethods(
      Class<? extends Annotation> annotation, boolean isStatic, List<Throwable> errors) {
    if (annotation != Test.class) {
      super.validatePublicVoidNoArgMethods(annotation, isStatic, errors);
      return;
    }
    for (FrameworkMethod method : getTestClass().getAnnotatedMethods(annotation)) {
      if (method.getReturnType() == Thenable.class) {
        if (method.getAnnotation(Test.class).timeout() <= 0) {
          errors.add(new Exception(method.getName() + " returns a Thenable and has no timeout"));
        }
      } else {
        method.validatePublicVoidNoArg(isStatic, errors);
      }
    }
  }

  @Override
  protected Statement methodInvoker(FrameworkMethod method, Object test) {
    return new Statement() {
      @Override
      public void evaluate() throws Throwable {
        CompletableFuture<Object> done = new CompletableFuture<>();
        World.execute(() -> start(method, test, done));
        try {
          done.get();
        } catch (ExecutionException e) {
          throw e.getCause();
        }
      }
    };
  }

  private static void start(FrameworkMethod method, Object test, CompletableFuture<Object> done) {
    try {
      Object result = method.invokeExplosively(test);
      if (!(result instanceof Thenable)) {
        done.complete(null);
        return;
      }
      ((Thenable<?>) result)
          .then(
              value -> done.complete(null),
              error -> done.completeExceptionally(
                  error instanceof Throwable
                      ? (Throwable) error
                      : new AssertionError("rejected with " + error)));
    } catch (Throwable t) {
      done.completeExceptionally(t);
    }
  }
}
