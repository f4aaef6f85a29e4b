package dev.sanguine.payload;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/**
 * A page of records, with the server's counts as far as they make sense. A plain object, so that list helpers change its
 * records and a page that is fetched again shares what is equal.
 */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public final class Page<T> {
  public Seq<T> docs;
  /** Records on all pages. */
  public int totalDocs;
  /** Records to a page. */
  public int limit;
  /** From 1. */
  public int page;

  public int totalPages;
  public boolean hasNextPage;
  public boolean hasPrevPage;

  @JsOverlay
  static <T> Page<T> of(Seq<T> docs, Object answer) {
    // What else the server says of the page stays.
    Page<T> made = Js.uncheckedCast(Json.with(answer, "docs", docs));
    made.totalDocs = count(answer, "totalDocs", docs.size());
    made.limit = count(answer, "limit", docs.size());
    made.page = count(answer, "page", 1);
    made.totalPages = count(answer, "totalPages", 1);
    made.hasNextPage = Json.bool(answer, "hasNextPage");
    made.hasPrevPage = Json.bool(answer, "hasPrevPage");
    return made;
  }

  /** The member if it is a count, else what can be told without it. */
  @JsOverlay
  private static int count(Object answer, String name, int otherwise) {
    double number = Json.number(answer, name);
    return number >= 0 && number <= Integer.MAX_VALUE && number == Math.floor(number)
        ? (int) number
        : otherwise;
  }
}
