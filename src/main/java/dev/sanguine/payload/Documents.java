package dev.sanguine.payload;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** Documents in an address, as Payload's server reads them: {@code where[status][equals]=paid}. */
final class Documents {
  private Documents() {}

  /** How deep the names are nested. A document that the server would not read as it is written is refused. */
  static int levels(String place, Object document, int most) {
    if (most < 0) {
      throw new IllegalArgumentException(place
          + " nests too deep: Payload reads 10 levels; put conditions of one kind into one group");
    }
    if (!Json.isObject(document) && !Json.isArray(document)) {
      textOf(place, document);
      return 0;
    }
    int deepest = 0;
    Seq<String> names = Json.names(document);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String inside = place + "." + Names.path("the name in " + place + ",", name);
      deepest = Math.max(deepest, levels(inside, Json.get(document, name), most - 1));
    }
    Seq<Object> items = Json.items(document);
    for (int i = 0; i < items.size(); i++) {
      deepest = Math.max(deepest, levels(place, items.get(i), most - 1));
    }
    return deepest + 1;
  }

  static void write(String prefix, Object document, QueryText out) {
    if (Json.isArray(document)) {
      Seq<Object> items = Json.items(document);
      for (int i = 0; i < items.size(); i++) {
        write(prefix + "[" + i + "]", items.get(i), out);
      }
    } else if (Json.isObject(document)) {
      Json.names(document)
          .each(name -> write(prefix + "[" + name + "]", Json.get(document, name), out));
    } else {
      out.add(prefix, textOf(prefix, document));
    }
  }

  private static String textOf(String place, Object value) {
    if (value instanceof String) {
      return (String) value;
    }
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value == null ? "null" : Json.stringify(value);
    }
    throw new IllegalArgumentException(place + " " + Names.quote(value)
        + " can't be asked; give text, a number, a boolean or null");
  }
}
