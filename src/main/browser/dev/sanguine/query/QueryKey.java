package dev.sanguine.query;

import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.records.DeepStrings;

/** A key: parts from the general to the particular. In the browser it is the JavaScript array that any page writes. */
public final class QueryKey {
  private QueryKey() {}

  /** The key with each text in it as the mapper gives it; the key itself if none differs. */
  public static Object map(Object key, Mapping<Object, Object> mapper) {
    return DeepStrings.map(key, mapper);
  }

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
