package dev.sanguine.payload;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/**
 * Which records are meant: {@code Where.field("status").equalTo("paid")}, joined by {@link #and} and {@link #or}.
 * Immutable.
 */
public final class Where {
  /** The server reads names no deeper than this and takes the rest for the name of a field. */
  private static final int DEEPEST = 10;

  private final String name;
  private final String operator;
  private final Seq<String> values;
  private final Seq<Where> parts;
  private final int levels;
  /** What was given as a document; null if it was built. */
  private Object document;

  private Where(String name, String operator, Seq<String> values, Seq<Where> parts, int levels) {
    this.name = name;
    this.operator = operator;
    this.values = values;
    this.parts = parts;
    this.levels = levels;
  }

  /**
   * A condition on a field.
   *
   * @param path the field's path, with dots: {@code "customer.name"}
   */
  public static Field field(String path) {
    return new Field(Names.path("field", path));
  }

  /**
   * A condition that is a document already, as Payload's REST API has it: {@code {status: {equals: "paid"}}}.
   *
   * @param document is written as it is, after a look at its names
   */
  public static Where of(Object document) {
    Where where = new Where(null, null, null, null, Documents.levels("where", document, DEEPEST));
    where.document = document;
    return where;
  }

  /** All of the conditions; with none, every record. */
  public static Where and(Where... parts) {
    return group("and", parts);
  }

  /** At least one of the conditions. */
  public static Where or(Where... parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException(
          "or() has no conditions and would match no record; give at least one");
    }
    return group("or", parts);
  }

  private static Where group(String operator, Where... parts) {
    Seq<Where> all = new Seq<>();
    int levels = 0;
    for (Where part : parts) {
      all.add(part);
      levels = Math.max(levels, part.levels);
    }
    if (levels + 2 > DEEPEST) {
      throw new IllegalArgumentException(operator + "() nests too deep: Payload reads " + DEEPEST
          + " levels; put conditions of one kind into one group");
    }
    return new Where(operator, null, null, all, levels + 2);
  }

  /**
   * The condition as a document, {@code {status: {equals: "paid"}}}: a query's key can hold it, and the option {@code records}
   * of a query understands it.
   */
  public Object document() {
    if (document != null) {
      return document;
    }
    if (parts != null) {
      return Json.object(name, Json.arrayOf(parts.map(Where::document)));
    }
    return Json.object(
        name, Json.object(operator, levels == 3 ? Json.arrayOf(values) : values.get(0)));
  }

  void write(String prefix, QueryText out) {
    if (document != null) {
      Documents.write(prefix, document, out);
      return;
    }
    if (parts != null) {
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).write(prefix + "[" + name + "][" + i + "]", out);
      }
      return;
    }
    String full = prefix + "[" + name + "][" + operator + "]";
    boolean list = levels == 3;
    for (int i = 0; i < values.size(); i++) {
      out.add(list ? full + "[" + i + "]" : full, values.get(i));
    }
  }

  /** A field that waits for its condition. Values are text, numbers or booleans; times are ISO 8601 text. */
  public static final class Field {
    private final String path;

    private Field(String path) {
      this.path = path;
    }

    public Where equalTo(Object value) {
      return compare("equals", value);
    }

    public Where notEqualTo(Object value) {
      return compare("not_equals", value);
    }

    /** One of the values; at most 1000. */
    public Where in(Object... values) {
      return list("in", values);
    }

    public Where notIn(Object... values) {
      return list("not_in", values);
    }

    public Where greaterThan(Object value) {
      return compare("greater_than", value);
    }

    public Where greaterThanOrEqualTo(Object value) {
      return compare("greater_than_equal", value);
    }

    public Where lessThan(Object value) {
      return compare("less_than", value);
    }

    public Where lessThanOrEqualTo(Object value) {
      return compare("less_than_equal", value);
    }

    /** Holds every word of the text, in any case. */
    public Where like(String words) {
      return compare("like", words);
    }

    /** Holds the text, in any case. */
    public Where contains(String text) {
      return compare("contains", text);
    }

    /** True: has a value; false: has none. */
    public Where exists(boolean exists) {
      return compare("exists", exists);
    }

    private Where compare(String operator, Object value) {
      return new Where(path, operator, Seq.of(text(operator, value)), null, 2);
    }

    private Where list(String operator, Object... values) {
      if (values.length == 0) {
        throw new IllegalArgumentException(
            "'" + path + "' " + operator + " has no values; give at least one");
      }
      Seq<String> texts = new Seq<>();
      for (Object value : values) {
        texts.add(text(operator, value));
      }
      return new Where(path, operator, texts, null, 3);
    }

    private String text(String operator, Object value) {
      if (value instanceof String) {
        return (String) value;
      }
      if (value instanceof Boolean) {
        return (Boolean) value ? "true" : "false";
      }
      if (value instanceof Number) {
        double number = ((Number) value).doubleValue();
        if (!Double.isNaN(number) && !Double.isInfinite(number)) {
          return Json.stringify(number);
        }
      }
      throw new IllegalArgumentException("'" + path + "' " + operator + " " + Names.quote(value)
          + " can't be asked; give text, a number or a boolean, or use exists(false)");
    }
  }
}
