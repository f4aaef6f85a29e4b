package dev.sanguine.query.helpers;

import dev.sanguine.env.Seq;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.QueryClient;

/** What one helper makes of one value. */
public abstract class HelperCase extends LawCase {
  /** What the last helper was told by the log. */
  protected Seq<String> told = new Seq<>();
  /** The value before the last helper, and after it. */
  protected Object before;

  protected Object after;

  /** What the helper makes of the value, for the key itself or by filters that mean it. */
  protected final String made(String value, Object target, Helper helper) {
    QueryClient other = newClient();
    other.setQueryData(key("v"), json(value), null);
    before = other.getQueryData(key("v"));
    other
        .mutate(
            change("A", (intent, variables) -> {
              helper.on(intent, target);
              return undefined();
            }),
            undefined())
        .then(data -> null, error -> null);
    after = other.getQueryData(key("v"));
    told = takeReports();
    return text(after);
  }
}
