package dev.sanguine.testkit;

import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.RecordsOption;

/** The queries of a simulated client: each shows what the server holds in a shape of its own. */
enum SimulatedQuery {
  /** A bare list of all documents. */
  LIST(QueryKey.of("docs")),
  /** The list as an answer holds it, under {@code docs}. */
  ANSWER(QueryKey.of("docs", "answer")),
  /** The list in pages. */
  PAGES(QueryKey.of("docs", "pages")),
  /** The first document. */
  RECORD(QueryKey.of("doc", SimulatedDocs.FIRST)),
  /** A number: the count of the first document. */
  TOTAL(QueryKey.of("total")),
  /** A text: a field of the first document. */
  TITLE(QueryKey.of("title")),
  /** A record of another kind that bears the id of the first document, and counts with it. */
  OWNER(QueryKey.of("owner", SimulatedDocs.FIRST));

  static final SimulatedQuery[] ALL = values();
  /** The type of the documents, by which a change of one means all queries that show it. */
  static final String TYPE = "doc";
  /** How many show whole documents; they come first. */
  static final int OF_DOCUMENTS = 4;
  /** The field of the first document that TITLE shows. */
  static final int TITLE_FIELD = 0;

  final Object key;

  SimulatedQuery(Object key) {
    this.key = key;
  }

  /** What such a query says of its records. */
  RecordsOption records() {
    RecordsOption records = new RecordsOption();
    records.of = TYPE;
    return records;
  }

  boolean isOfDocuments() {
    return ordinal() < OF_DOCUMENTS;
  }

  boolean isList() {
    return ordinal() < RECORD.ordinal();
  }
}
