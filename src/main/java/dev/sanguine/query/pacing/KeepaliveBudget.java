package dev.sanguine.query.pacing;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;

/*
 * Which requests may ask to outlive the page.
 *
 * A browser refuses a request with `keepalive` at once if its body and those of all such requests under way are larger than
 * 64 KiB together (Fetch standard, HTTP-network-or-cache fetch); Chrome also if more than nine are under way. A request that
 * is refused so is lost, and one without `keepalive` is only lost if the page really goes. So a request asks for it only if
 * it fits. The size of a body is estimated by that of the variables as JSON. What is no plain data, a file for example, never
 * fits.
 */
final class KeepaliveBudget {
  /** Bodies say more than the variables do: a tenth of the 64 KiB is left for that. */
  private static final double BYTES = 58_000;

  private static final int REQUESTS = 9;
  private static final double MEMBER = 6;
  private static final double NUMBER = 24;
  /** Deeper data than this is none that is sent. */
  private static final int DEEPEST = 100;

  /** Sends a request, with the word of whether it should outlive the page. */
  interface Sending {
    Object with(boolean keepalive);
  }

  private final Environment env;
  private final Values values;
  private double bytes;
  private int requests;

  KeepaliveBudget(Environment env) {
    this.env = env;
    values = env.values;
  }

  /** Sends the request, which outlives the page if it fits. */
  Object send(Object variables, Sending sending) {
    double size = take(variables);
    if (size == 0) {
      return sending.with(false);
    }
    Object answer = env.errors.attempt(() -> sending.with(true), env.deferreds::reject);
    env.deferreds.resolve(answer).done(value -> giveBack(size), error -> giveBack(size));
    return answer;
  }

  /** The bytes that are taken for a request with these variables; 0 if it does not fit. */
  private double take(Object variables) {
    double size = Math.max(size(variables, 0), 1);
    if (requests >= REQUESTS || !(bytes + size <= BYTES)) {
      return 0;
    }
    requests++;
    bytes += size;
    return size;
  }

  /** The request has come back. */
  private void giveBack(double size) {
    requests--;
    bytes -= size;
  }

  private double size(Object value, int depth) {
    if (value == null || values.isUndefined(value) || value instanceof Boolean) {
      return MEMBER;
    }
    if (value instanceof String) {
      return sizeOfText((String) value);
    }
    if (value instanceof Number) {
      return NUMBER;
    }
    if (depth > DEEPEST || !values.isList(value) && !values.isRecord(value)) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = MEMBER;
    if (values.isList(value)) {
      Seq<Object> items = values.itemsToRead(value);
      for (int i = 0; i < items.size() && sum <= BYTES; i++) {
        sum += size(items.get(i), depth + 1);
      }
      return sum;
    }
    Seq<String> names = values.names(value);
    for (int i = 0; i < names.size() && sum <= BYTES; i++) {
      sum += sizeOfText(names.get(i)) + MEMBER + size(values.field(value, names.get(i)), depth + 1);
    }
    return sum;
  }

  /** As UTF-8, with its quotes; what JSON escapes may be up to six characters. */
  private static double sizeOfText(String text) {
    double sum = 2;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      sum += c < ' ' ? 6 : c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : 3;
    }
    return sum;
  }
}
