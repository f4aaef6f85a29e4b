package buildtools;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the suite that J2CL's JUnit processor writes for one test class into a module of a bundle.
 *
 * <p>The processor's suite registers itself with goog.testing when it is loaded, and goog.testing
 * takes one suite per page. The module written here exports a function that registers it, so that
 * many suites fit into one bundle and a page picks its own.
 */
final class TestSuites {
  private static final Pattern REGISTRATION =
      Pattern.compile("(?m)^(testSuite|parameterizedTestSuite)\\((.*)\\);$");

  /** The methods that goog.testing looks up by name. */
  private static final Pattern LOOKED_UP =
      Pattern.compile("public (?:IThenable<\\?>|void|Object\\[\\]|String|<T> T) "
          + "((?:test|setUp|tearDown)\\w*|(?:before|after)Param|getData"
          + "|setCurrentParameterValueIndex|getParameterizedNameTemplate)\\(");

  static String module(String suite, String adapterJava) throws Worker.Failure {
    Matcher registration = REGISTRATION.matcher(suite);
    if (!registration.find()) {
      throw new Worker.Failure("the JUnit processor wrote a suite of an unknown form:\n" + suite);
    }
    StringBuilder body = new StringBuilder();
    Matcher method = LOOKED_UP.matcher(adapterJava);
    while (method.find()) {
      body.append(String.format(
          "  goog.exportProperty(JavaWrapper.prototype, '%1$s', JavaWrapper.prototype.%1$s);%n",
          method.group(1)));
    }
    body.append("  ").append(registration.group()).append('\n');
    String function = "exports = function() {\n" + body + "};";
    return suite.substring(0, registration.start())
        + function
        + suite.substring(registration.end());
  }

  private TestSuites() {}
}
