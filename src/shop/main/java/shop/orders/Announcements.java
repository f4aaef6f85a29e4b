package shop.orders;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;

/**
 * What the live region says. A screen reader drops a text that is replaced at once, so each text stands for a while; what
 * is said meanwhile is said together after it.
 */
final class Announcements {
  static final double STANDS_MS = 1_000;

  /** More sentences than anybody listens to are only counted. */
  private static final int MOST = 5;

  private final Environment environment;
  private final Task changed;
  private final Seq<String> waiting = new Seq<>();
  private String text = "";
  private boolean stands;

  /**
   * @param changed is called when another text is to be shown
   */
  Announcements(Environment environment, Task changed) {
    this.environment = environment;
    this.changed = changed;
  }

  String text() {
    return text;
  }

  void say(String sentence) {
    waiting.add(sentence);
    if (!stands) {
      sayWaiting();
    }
  }

  private void sayWaiting() {
    String next = join();
    waiting.clear();
    // A region that is given the text it has says nothing, so a repeated text differs by a blank at
    // its end.
    text = next.equals(text) ? next + "\u00a0" : next;
    stands = true;
    environment.timeouts.setTimeout(this::hasStood, STANDS_MS);
    changed.run();
  }

  private void hasStood() {
    stands = false;
    if (waiting.size() > 0) {
      sayWaiting();
    }
  }

  private String join() {
    StringBuilder all = new StringBuilder();
    int said = Math.min(waiting.size(), MOST);
    for (int i = 0; i < said; i++) {
      all.append(i == 0 ? "" : " ").append(waiting.get(i));
    }
    int left = waiting.size() - said;
    return left == 0
        ? all.toString()
        : all.append(" And ").append(left).append(" more.").toString();
  }
}
