package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Order;
import dev.sanguine.env.Seq;

/** The order of a list: by fields, the first that tells two records apart, or by a function. */
public final class SortOrder {
  private final Documents documents;
  private final Seq<Seq<String>> paths = new Seq<>();
  private final Seq<Boolean> descends = new Seq<>();
  /** The order by a function of the program's; null if fields say it. */
  private final Order<Object> order;

  /** By a function: negative if the first of its two records comes first. */
  public SortOrder(Documents documents, Order<Object> order) {
    this.documents = documents;
    this.order = order;
  }

  /** By fields, the most important first; a minus before a field's path turns its order round. */
  public SortOrder(Documents documents, Seq<String> fields) {
    this.documents = documents;
    order = null;
    fields.each(field -> {
      String name = field.trim();
      boolean isDescending = name.startsWith("-");
      descends.add(isDescending);
      paths.add(RecordShape.split(isDescending ? name.substring(1) : name));
    });
  }

  /** True if one of these fields decides. */
  boolean isAbout(Object fields) {
    Seq<String> names = documents.names(fields);
    return paths.some(path -> names.has(path.get(0)));
  }

  /** Negative if {@code a} comes first, 0 if nothing says which; NaN if a field that has to say it is missing. */
  double compare(Object a, Object b) {
    if (order != null) {
      return order.compare(a, b);
    }
    for (int i = 0; i < paths.size(); i++) {
      double difference = Comparison.of(
          documents,
          Comparison.at(documents, a, paths.get(i)),
          Comparison.at(documents, b, paths.get(i)));
      if (difference != 0) {
        return descends.get(i) ? -difference : difference;
      }
    }
    return 0;
  }
}
