package dev.sanguine.query;

import dev.sanguine.env.Seq;

/** A key: parts from the general to the particular. In the browser it is the JavaScript array that any page writes. */
public final class QueryKey {
  private QueryKey() {}

  public static Seq<Object> of(Object... parts) {
    Seq<Object> key = new Seq<>();
    for (Object part : parts) {
      key.add(
          part instanceof Number && !(part instanceof Double)
              ? (Object) ((Number) part).doubleValue()
              : part);
    }
    return key;
  }
}
