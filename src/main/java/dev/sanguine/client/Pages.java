package dev.sanguine.client;

import dev.sanguine.env.Mapping;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The data of an infinite query: its pages and the parameters that they were fetched with, in order. Immutable; what the
 * methods give may be changed without harm.
 *
 * @param <P> the type of a page
 * @param <C> the type of a page's parameter (a cursor, a number)
 */
public final class Pages<P, C> {
  private final Seq<P> pages;
  private final Seq<C> params;
  private @Nullable Object document;

  private Pages(Seq<P> pages, Seq<C> params) {
    this.pages = pages;
    this.params = params;
  }

  /**
   * Pages and their parameters.
   *
   * @param <P> the type of a page
   * @param <C> the type of a page's parameter
   * @param pages the pages, in order
   * @param params the parameter of each
   * @return the pages
   * @throws IllegalArgumentException if there are not as many of both
   */
  public static <P, C> Pages<P, C> of(Seq<P> pages, Seq<C> params) {
    if (pages.size() != params.size()) {
      throw new IllegalArgumentException(pages.size() + " pages have " + params.size()
          + " parameters; give each page the one it was fetched with");
    }
    return new Pages<>(pages.copy(), params.copy());
  }

  @SuppressWarnings("unchecked")
  static <P, C> Pages<P, C> read(Object document) {
    Pages<P, C> read = new Pages<>(
        (Seq<P>) Json.list(document, "pages"), (Seq<C>) Json.list(document, "pageParams"));
    read.document = document;
    return read;
  }

  /** The document that the engine holds. */
  Object document() {
    if (document == null) {
      document = Json.object("pages", Json.arrayOf(pages), "pageParams", Json.arrayOf(params));
    }
    return document;
  }

  /** {@return the pages, in order} */
  public Seq<P> pages() {
    return pages.copy();
  }

  /** {@return the parameter of each page} */
  public Seq<C> params() {
    return params.copy();
  }

  /** {@return how many pages there are} */
  public int size() {
    return pages.size();
  }

  /**
   * The page at this place.
   *
   * @param index from 0 to {@link #size} - 1
   * @return the page
   */
  public P page(int index) {
    return pages.get(index);
  }

  /**
   * The same with each page replaced by what the mapping makes of it; pages that it gives back stay the identical ones.
   *
   * @param mapping makes the page to be there of each
   * @return the pages
   */
  public Pages<P, C> map(Mapping<P, P> mapping) {
    return new Pages<>(pages.map(mapping), params);
  }
}
