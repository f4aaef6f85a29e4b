package dev.sanguine.records;

import dev.sanguine.env.Documents;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import org.jspecify.annotations.Nullable;

/**
 * Where records of one type stand in a query's value, and which of them belong there: the value itself, its list, the lists
 * of its pages, or, of a nested place, a field of each record around it.
 */
public final class RecordPlace {
  /** How many pages there are follows of how many records; Payload says both. */
  static final String TOTAL = "totalDocs";

  /** The records' type. */
  public final String type;

  public final RecordShape shape;
  /** Which records belong to the list; {@link Condition#ANY} if nothing says it. */
  Condition where = Condition.ANY;
  /** The list's order; null if nothing says it. */
  SortOrder sort;
  /** How many records a page has at most; infinity if nothing says it. */
  double limit = Double.POSITIVE_INFINITY;
  /** The path to the number of all records; null stands for {@link #TOTAL}, if that is there. */
  Seq<String> count;
  /** What comes into a list without an order stands at its start; else at its end. */
  boolean addsAtStart;
  /** The page that the list was asked for as, if its number is not in the value. */
  double page = 1;
  /** The field of a nested record that holds the id of the record around it; null if nothing says so. */
  String parent;
  /** How the records stand in which these are nested. */
  private RecordShape shapeAround = RecordShape.USUAL;
  /** Where further records stand in each of these. */
  final Seq<RecordPlace> nested = new Seq<>();

  public RecordPlace(String type, RecordShape shape) {
    this.type = type;
    this.shape = shape;
  }

  /** Payload's condition, as an object. */
  public RecordPlace where(Documents documents, Object where) {
    this.where = new WhereCondition(documents, where);
    return this;
  }

  public RecordPlace where(Condition where) {
    this.where = where;
    return this;
  }

  /** The condition is only a part of what the list was asked for with: what it takes may belong elsewhere still. */
  public RecordPlace whereInPart() {
    where = new Part(where);
    return this;
  }

  public RecordPlace sort(SortOrder sort) {
    this.sort = sort;
    return this;
  }

  public RecordPlace limit(double limit) {
    this.limit = limit;
    return this;
  }

  public RecordPlace page(double page) {
    this.page = page;
    return this;
  }

  /** The path to the number of all records, with dots. */
  public RecordPlace count(@Nullable String path) {
    count = path == null ? null : RecordShape.split(path);
    return this;
  }

  public RecordPlace addsAtStart(boolean addsAtStart) {
    this.addsAtStart = addsAtStart;
    return this;
  }

  public RecordPlace parent(@Nullable String field) {
    parent = field;
    return this;
  }

  public RecordPlace nested(RecordPlace place) {
    place.shapeAround = shape;
    nested.add(place);
    return this;
  }

  /** Tells the type of the records here, and those of all that stand inside them. */
  public void eachType(Listener<String> visitor) {
    visitor.on(type);
    nested.each(place -> place.eachType(visitor));
  }

  /** How records of the type stand; null if there are none. */
  public @Nullable RecordShape shapeOf(String wanted) {
    if (type.equals(wanted)) {
      return shape;
    }
    RecordPlace inner = nested.first(place -> place.shapeOf(wanted) != null);
    return inner == null ? null : inner.shapeOf(wanted);
  }

  /** True if records of the type stand here, or inside what stands here. */
  public boolean holdsType(String wanted) {
    return type.equals(wanted) || nested.some(place -> place.holdsType(wanted));
  }

  /** True if records of the type stand inside what stands here. */
  public boolean isNested(String wanted) {
    return nested.some(place -> place.holdsType(wanted));
  }

  /** True if a record of which nobody knows more than these fields may come to the list by them, or within it. */
  public boolean mayTake(Object fields) {
    boolean isAny = where == Condition.ANY;
    boolean maySort = sort != null && limit < Double.POSITIVE_INFINITY && sort.isAbout(fields);
    return (maySort || !isAny && where.isAbout(fields))
        && (isAny || where.ofFields(fields) != Holds.NO);
  }

  /** A condition to which an unknown one is added. */
  private static final class Part implements Condition {
    private final Condition known;

    Part(Condition known) {
      this.known = known;
    }

    @Override
    public Holds of(Object record, @Nullable Object parent) {
      return unlessNo(known.of(record, parent));
    }

    @Override
    public Holds ofFields(Object fields) {
      return unlessNo(known == ANY ? Holds.YES : known.ofFields(fields));
    }

    private static Holds unlessNo(Holds holds) {
      return holds == Holds.NO ? Holds.NO : Holds.UNKNOWN;
    }
  }

  /** Whether the record belongs to the list in {@code around}; null if it is the value's own. */
  Holds takes(Documents documents, Object record, @Nullable Object around) {
    if (around != null && parent != null) {
      Object id = Comparison.at(documents, record, RecordShape.split(parent));
      Object named = documents.isRecord(id) ? documents.field(id, "id") : id;
      if (documents.isUndefined(named)) {
        return Holds.UNKNOWN;
      }
      if (!RecordIds.same(documents, named, shapeAround.idOf(documents, around))) {
        return Holds.NO;
      }
    } else if (around != null && where == Condition.ANY) {
      // Nothing says to which of the records around it a new one belongs.
      return Holds.UNKNOWN;
    }
    return where.of(record, around);
  }
}
