package dev.sanguine.query.records;

import dev.sanguine.env.Development;
import dev.sanguine.env.Errors;
import dev.sanguine.env.Order;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.query.Query;
import dev.sanguine.query.callbacks.RecordTest;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.records.Comparison;
import dev.sanguine.records.Holds;
import dev.sanguine.records.RecordPlace;
import dev.sanguine.records.RecordShape;
import dev.sanguine.records.SortOrder;
import org.jspecify.annotations.Nullable;

/** What the option {@code records} of a query says, and what its key says besides. */
final class DeclaredPlaces {
  /** Records may be nested in records of their own type, as the replies of a comment are: the option then names itself. */
  private static final int DEEPEST = 8;
  /** What leaves the choice of records as it is, in the object of a key that says what was asked for: Payload's own words. */
  private static final Seq<String> NO_CHOICE = Seq.of(
      "where",
      "sort",
      "limit",
      "page",
      "depth",
      "locale",
      "fallbackLocale",
      "select",
      "populate",
      "joins",
      "pagination",
      "draft");

  private final Values values;
  private final Errors errors;

  DeclaredPlaces(Values values, Errors errors) {
    this.values = values;
    this.errors = errors;
  }

  /** Null if the query says of no records which type they have. */
  @Nullable
  RecordPlace of(Query query) {
    RecordsOption option = query.options.records;
    if (option == null || option.of == null) {
      return null;
    }
    RecordPlace place = place(option, asked(query.queryKey), 0);
    return isMissing(option.where) && asksForMore(query.queryKey) ? place.whereInPart() : place;
  }

  private RecordPlace place(RecordsOption option, @Nullable Object asked, int depth) {
    RecordPlace place = new RecordPlace(option.of, RecordShape.of(option.id, option.list))
        .count(option.count)
        .parent(option.parent)
        .addsAtStart("start".equals(option.add));
    where(place, said(option.where, asked, "where"));
    sort(place, said(option.sort, asked, "sort"));
    // Payload gives all of them if 0 are asked for.
    double limit = number(said(option.limit, asked, "limit"));
    if (limit > 0) {
      place.limit(limit);
    }
    double page = number(said(null, asked, "page"));
    if (page > 0) {
      place.page(page);
    }
    if (option.nested != null && depth < DEEPEST) {
      option.nested.each(inner -> place.nested(place(inner, null, depth + 1)));
    }
    return place;
  }

  private double number(@Nullable Object said) {
    return said == null ? Double.NaN : values.number(Comparison.number(values, said));
  }

  private void where(RecordPlace place, @Nullable Object where) {
    if (where != null && values.isFunction(where)) {
      RecordTest test = (RecordTest) where;
      place.where((record, around) -> (Holds) errors.attempt(
          () -> values.isTruthy(test.belongs(record, around)) ? Holds.YES : Holds.NO,
          thrown -> toldOf("where", place.type, thrown, Holds.UNKNOWN)));
    } else if (where != null) {
      place.where(values, where);
    }
  }

  @SuppressWarnings("unchecked")
  private void sort(RecordPlace place, @Nullable Object sort) {
    if (sort != null && values.isFunction(sort)) {
      Order<Object> order = (Order<Object>) sort;
      place.sort(new SortOrder(values, (a, b) -> (Double) errors.attempt(
          () -> order.compare(a, b), thrown -> toldOf("sort", place.type, thrown, Double.NaN))));
    } else if (sort != null) {
      Seq<String> fields = new Seq<>();
      (values.isList(sort) ? values.items(sort) : Seq.of(sort))
          .each(field -> RecordShape.split(String.valueOf(field), ',').each(fields::add));
      place.sort(new SortOrder(values, fields));
    }
  }

  /** A function of the program's that throws decides nothing. */
  private Object toldOf(String name, String type, Object thrown, Object instead) {
    errors.report(
        "records of type " + type + ": " + name + " threw"
            + Development.hint(
                " and decides nothing. It is given every record of the type: mend it."),
        thrown);
    return instead;
  }

  /** What the option says, else what the list was asked for with; null if neither says it. */
  private @Nullable Object said(@Nullable Object option, @Nullable Object asked, String name) {
    Object given = option != null && !values.isUndefined(option) || asked == null
        ? option
        : values.field(asked, name);
    return given == null || values.isUndefined(given) ? null : given;
  }

  /** An object in the key has a member of another name: it may choose records too, and nobody says which. */
  private boolean asksForMore(Object key) {
    return values
        .items(key)
        .some(
            part -> values.isRecord(part) && values.names(part).some(name -> !NO_CHOICE.has(name)));
  }

  private boolean isMissing(@Nullable Object option) {
    return option == null || values.isUndefined(option);
  }

  /** The object in the key that says what the list was asked for with; null if there is none. */
  private @Nullable Object asked(Object key) {
    return values
        .items(key)
        .first(part -> values.isRecord(part)
            && Seq.of("where", "sort", "limit", "page")
                .some(name -> !values.isUndefined(values.field(part, name))));
  }
}
