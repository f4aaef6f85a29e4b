package sample;

import java.util.ArrayList;
import java.util.List;
import jsinterop.annotations.JsMethod;

/** Stands on {@link Greeting} and on a collection that nothing else uses. */
public final class Parting {
  @JsMethod
  public static String part(String who) {
    List<String> words = new ArrayList<>();
    words.add(new Greeting(who).greet());
    words.add("Goodbye from " + Place.name() + ".");
    return String.join(" ", words);
  }

  private Parting() {}
}
