package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Seq;

/** Which part of a list a value holds: whether from its start, and whether to its end. */
final class RecordRange {
  private static final Seq<String> TOTAL = Seq.of(RecordPlace.TOTAL);

  final boolean isFromStart;
  final boolean isComplete;

  RecordRange(
      Documents documents,
      RecordPlace place,
      Seq<Object> holders,
      Seq<Seq<Object>> lists,
      boolean isPaged) {
    Object first = holders.get(0);
    Object last = holders.get(holders.size() - 1);
    double ahead = ahead(documents, place, first, isPaged);
    isFromStart = ahead == 0;
    double loaded = 0;
    for (int i = 0; i < lists.size(); i++) {
      loaded += lists.get(i) == null ? 0 : lists.get(i).size();
    }
    double total = total(documents, place, last);
    Object hasNext = documents.field(last, "hasNextPage");
    Seq<Object> end = lists.get(lists.size() - 1);
    isComplete = !Double.isNaN(total)
        ? ahead + loaded >= total
        : hasNext instanceof Boolean
            ? !(Boolean) hasNext
            : isPaged || place.limit < Double.POSITIVE_INFINITY
                ? end != null && end.size() < place.limit && place.limit < Double.POSITIVE_INFINITY
                : true;
  }

  /** How many records stand before those of the value; more than 0 if only that is known. */
  private static double ahead(
      Documents documents, RecordPlace place, Object first, boolean isPaged) {
    double counter = number(documents, first, "pagingCounter");
    if (!Double.isNaN(counter)) {
      return counter - 1;
    }
    Object hasPrevious = documents.field(first, "hasPrevPage");
    if (hasPrevious instanceof Boolean) {
      return (Boolean) hasPrevious ? 1 : 0;
    }
    double said = number(documents, first, "page");
    double page = Double.isNaN(said) ? isPaged ? 1 : place.page : said;
    return page <= 1 ? 0 : place.limit < Double.POSITIVE_INFINITY ? (page - 1) * place.limit : 1;
  }

  private static double number(Documents documents, Object record, String name) {
    Object value = documents.field(record, name);
    return Comparison.isMissing(documents, value) ? Double.NaN : documents.number(value);
  }

  static Seq<String> countPath(RecordPlace place) {
    return place.count == null ? TOTAL : place.count;
  }

  /** The number of all records that a page says; NaN if it says none. */
  static double total(Documents documents, RecordPlace place, Object holder) {
    if (!documents.isRecord(holder)) {
      return Double.NaN;
    }
    Object total = Comparison.at(documents, holder, countPath(place));
    return Comparison.isMissing(documents, total) ? Double.NaN : documents.number(total);
  }
}
