package dev.sanguine.query.records;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.query.Query;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.records.RecordPlace;
import dev.sanguine.records.RecordShape;
import dev.sanguine.records.Records;

/** A query that shows records, and which of them its confirmed value held when it was filed. */
final class RecordHolder {
  final Query query;
  final RecordPlace place;
  final Records records;
  /** All types of records that it may hold. */
  final Seq<String> types = new Seq<>();
  /** What it said of its records when it was filed. */
  RecordsOption option;
  /** The confirmed value that is filed. */
  Object filed;
  /** When that value was filed, in the client's numbers. */
  double filedAt;

  /** How old the query said then that its value is. */
  double updatedAt = Double.NaN;

  private final Table<String, Seq<Object>> filedRecords = new Table<>();

  RecordHolder(Query query, RecordPlace place, Values values) {
    this.query = query;
    this.place = place;
    option = query.options.records;
    records = new Records(values, place);
    filed = values.undefined();
    place.eachType(type -> {
      if (!types.has(type)) {
        types.add(type);
      }
    });
  }

  /** The records of the type that are filed, in their order. */
  Seq<Object> filedOf(String type) {
    Seq<Object> all = filedRecords.get(type);
    return all == null ? new Seq<>() : all;
  }

  void file(String type, Object value, Seq<Object> all, double at) {
    filedRecords.put(type, all);
    filed = value;
    filedAt = at;
  }

  /** How records of the type stand in it. */
  RecordShape shapeOf(String type) {
    return place.shapeOf(type);
  }

  /** True if the value has the record. */
  boolean shows(String type, Object id, Object value, Values values) {
    Seq<Object> found = new Seq<>();
    records.each(type, value, record -> {
      if (shapeOf(type).hasId(values, record, id)) {
        found.add(record);
      }
    });
    return found.size() > 0;
  }

  /** True unless the value is one record of the type: then no other can come. */
  boolean isOpen(String type, Object value, Values values) {
    return place.isNested(type)
        || !values.isRecord(value)
        || values.isUndefined(place.shape.idOf(values, value));
  }
}
