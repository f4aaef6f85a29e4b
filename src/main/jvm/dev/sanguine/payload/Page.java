package dev.sanguine.payload;

import dev.sanguine.env.Document;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import java.util.List;

/**
 * A page of records, with the server's counts as far as they make sense. Immutable but for {@link #docs}. In the cache it is a
 * value as any: two are equal if what they hold is, and list helpers change its records.
 */
public final class Page<T> implements Document {
  private static final Seq<String> NAMES =
      Seq.of("docs", "totalDocs", "limit", "page", "totalPages", "hasNextPage", "hasPrevPage");

  /** The records, for code of both runtimes; a program for the JVM has {@link #docs()}. */
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

  private Page(Seq<T> docs, Object members) {
    this.docs = docs;
    totalDocs = count(members, "totalDocs", docs.size());
    limit = count(members, "limit", docs.size());
    page = count(members, "page", 1);
    totalPages = count(members, "totalPages", 1);
    hasNextPage = Json.bool(members, "hasNextPage");
    hasPrevPage = Json.bool(members, "hasPrevPage");
  }

  static <T> Page<T> of(Seq<T> docs, Object answer) {
    return new Page<>(docs, answer);
  }

  /** {@return the records as an unmodifiable list} On the JVM. */
  public List<T> docs() {
    return docs.asList();
  }

  @Override
  public Seq<String> memberNames() {
    return NAMES.copy();
  }

  @Override
  public Object member(String name) {
    return name.equals("docs") ? docs : Json.get(members(), name);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Page<T> withMember(String name, Object value) {
    if (name.equals("docs")) {
      Seq<T> records = value instanceof Seq ? (Seq<T>) value : (Seq<T>) Seq.from((List<?>) value);
      return new Page<>(records, members());
    }
    return NAMES.has(name) ? new Page<>(docs, Json.with(members(), name, value)) : this;
  }

  private Object members() {
    return Json.object(
        "totalDocs",
        totalDocs,
        "limit",
        limit,
        "page",
        page,
        "totalPages",
        totalPages,
        "hasNextPage",
        hasNextPage,
        "hasPrevPage",
        hasPrevPage);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Page
        && ((Page<?>) other).members().equals(members())
        && ((Page<?>) other).docs().equals(docs());
  }

  @Override
  public int hashCode() {
    return 31 * members().hashCode() + docs().hashCode();
  }

  @Override
  public String toString() {
    return docs + " of " + members();
  }

  /** The member if it is a count, else what can be told without it. */
  private static int count(Object answer, String name, int otherwise) {
    double number = Json.number(answer, name);
    return number >= 0 && number <= Integer.MAX_VALUE && number == Math.floor(number)
        ? (int) number
        : otherwise;
  }
}
