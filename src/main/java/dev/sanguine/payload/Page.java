package dev.sanguine.payload;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

/** A page of records, with the server's counts as far as they make sense. Immutable but for {@link #docs}. */
public final class Page<T> {
  public final Seq<T> docs;
  /** Records on all pages. */
  public final int totalDocs;
  /** Records to a page. */
  public final int limit;
  /** From 1. */
  public final int page;
  public final int totalPages;
  public final boolean hasNextPage;
  public final boolean hasPrevPage;

  Page(Seq<T> docs, Object answer) {
    this.docs = docs;
    totalDocs = count(answer, "totalDocs", docs.size());
    limit = count(answer, "limit", docs.size());
    page = count(answer, "page", 1);
    totalPages = count(answer, "totalPages", 1);
    hasNextPage = Json.bool(answer, "hasNextPage");
    hasPrevPage = Json.bool(answer, "hasPrevPage");
  }

  /** The member where it is a count, else what can be told without it. */
  private static int count(Object answer, String name, int otherwise) {
    double number = Json.number(answer, name);
    return number >= 0 && number <= Integer.MAX_VALUE && number == Math.floor(number) ? (int) number : otherwise;
  }
}
