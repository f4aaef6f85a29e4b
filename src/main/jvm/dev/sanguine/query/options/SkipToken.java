package dev.sanguine.query.options;

/** Stands in the place of a query function if there is none to call: the query is disabled. */
public final class SkipToken {
  public static final Object TOKEN = new SkipToken();

  private SkipToken() {}
}
