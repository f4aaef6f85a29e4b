package dev.sanguine.payload;

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

  public Find where(Where condition) {
    return new Find(condition, sort, limit, page);
  }

  /** Field paths, the first deciding first; a leading '-' turns the order. */
  public Find sort(String... paths) {
    String joined = "";
    for (String path : paths) {
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
