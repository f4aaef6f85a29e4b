package dev.sanguine.query;

import java.lang.annotation.Annotation;
import java.util.List;
import org.junit.Test;
import org.junit.runners.BlockJUnit4ClassRunner;
import org.junit.runners.model.FrameworkMethod;
import org.junit.runners.model.InitializationError;

/** Runs test methods that return what {@link Turns#play} returns: on the JVM all is over by then. */
public final class TurnsRunner extends BlockJUnit4ClassRunner {
  public TurnsRunner(Class<?> testClass) throws InitializationError {
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
      method.validateNoTypeParametersOnArgs(errors);
    }
  }
}
