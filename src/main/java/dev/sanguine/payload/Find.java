package dev.sanguine.payload;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** Which records, in which order, how many: {@code Find.all().where(...).sort("-createdAt").limit(20)}. Immutable. */
public final class Find {
  private static final Find ALL = new Find(null, null, -1, 0);

  private final Where where;
  private final String sort;
  private final int limit;
  private final int page;

  private Find(Where where, String sort, int limit, int page) {
    this.where = where;
    this.sort = sort;
    this.limit = limit;
    this.page = page;
  }

  /** Every record, in the collection's own order, the first page of the server's default size (10). */
  public static Find all() {
    return ALL;
  }

  /**
   * What a document asks for with {@code where}, {@code sort}, {@code limit} and {@code page}: the opposite of {@link #document}.
   * A member of another name is refused.
   */
  public static Find of(Object document) {
    Find find = ALL;
    Seq<String> names = Json.names(document);
    for (int i = 0; i < names.size(); i++) {
      find = find.with(names.get(i), Json.get(document, names.get(i)));
    }
    return find;
  }

  private Find with(String name, Object value) {
    if (value == null) {
      return this;
    }
    double number = value instanceof Double ? (Double) value : Double.NaN;
    boolean isCount = number == Math.floor(number) && number <= Integer.MAX_VALUE;
    switch (name) {
      case "where":
        return where(Where.of(value));
      case "sort":
        return sort(value);
      case "limit":
        if (isCount) {
          return limit((int) number);
        }
        break;
      case "page":
        if (isCount) {
          return page((int) number);
        }
        break;
      default:
    }
    throw new IllegalArgumentException("find: " + name + " " + Names.quote(value)
        + " is not understood; give where, sort, limit and page");
  }

  private Find sort(Object fields) {
    Seq<String> paths = new Seq<>();
    Seq<Object> parts = Json.isArray(fields) ? Json.items(fields) : Seq.of(fields);
    for (int i = 0; i < parts.size(); i++) {
      for (String path : String.valueOf(parts.get(i)).split(",")) {
        paths.add(path.trim());
      }
    }
    return sort(paths);
  }

  public Find where(Where condition) {
    return new Find(condition, sort, limit, page);
  }

  /** Field paths, the first deciding first; a leading '-' turns the order. */
  public Find sort(String... paths) {
    Seq<String> all = new Seq<>();
    for (String path : paths) {
      all.add(path);
    }
    return sort(all);
  }

  private Find sort(Seq<String> paths) {
    String joined = "";
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      boolean down = path != null && path.startsWith("-");
      Names.path("sort", down ? path.substring(1) : path);
      joined += (joined.isEmpty() ? "" : ",") + path;
    }
    return new Find(where, joined.isEmpty() ? null : joined, limit, page);
  }

  /** Records to a page; 0 means all of them on one page. */
  public Find limit(int records) {
    if (records < 0) {
      throw new IllegalArgumentException(
          "limit " + records + " is negative; give a count, or 0 for all records");
    }
    return new Find(where, sort, records, page);
  }

  /** The page to give, from 1. */
  public Find page(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("page " + number + " does not exist; the first page is 1");
    }
    return new Find(where, sort, limit, number);
  }

  /**
   * What is asked for as a document with {@code where}, {@code sort}, {@code limit} and {@code page}. As a part of a query's key
   * it tells that query which records belong to it, if the query has the option {@code records}.
   */
  public Object document() {
    Object document = Json.object();
    document = where == null ? document : Json.with(document, "where", where.document());
    document = sort == null ? document : Json.with(document, "sort", sort);
    document = limit < 0 ? document : Json.with(document, "limit", (double) limit);
    return page == 0 ? document : Json.with(document, "page", (double) page);
  }

  void write(QueryText out) {
    writeWhere(out);
    if (sort != null) {
      out.add("sort", sort);
    }
    if (limit >= 0) {
      out.add("limit", "" + limit);
    }
    if (page > 0) {
      out.add("page", "" + page);
    }
  }

  void writeWhere(QueryText out) {
    if (where != null) {
      where.write("where", out);
    }
  }
}
