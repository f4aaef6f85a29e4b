package dev.sanguine.query;

import dev.sanguine.env.Seq;
import java.util.Map;

/** The names of a record's fields. */
final class Names {
  private Names() {}

  /** In order; none where the value is no record. */
  static Seq<String> of(Object record) {
    Seq<String> names = new Seq<>();
    if (record instanceof Map) {
      ((Map<?, ?>) record).keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    return names;
  }
}
