package dev.sanguine.query.pending;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Predicate;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.env.WeakTable;
import dev.sanguine.law.BaseGate;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.FoldedQuery;
import dev.sanguine.law.Intent;
import dev.sanguine.query.ClientLaw;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryFold;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;
import org.jspecify.annotations.Nullable;

/**
 * What intents touch. A helper says it of itself: its record, and the fields that it was given. Of a function, and of a
 * value that is set, it is read off the values before and after, once for each pair of them.
 */
public final class AffectedFields {
  /** What was read off the two values. */
  private static final class Reading {
    final Object before;
    final Object after;
    final Seq<AffectedPlace> touches;

    Reading(Object before, Object after, Seq<AffectedPlace> touches) {
      this.before = before;
      this.after = after;
      this.touches = touches;
    }
  }

  private final Environment env;
  private final Values values;
  private final WeakTable<Reading> readings = new WeakTable<>();
  /** What a change touched while it stood in a fold. */
  private final WeakTable<Seq<AffectedPlace>> last = new WeakTable<>();
  /** The fields of its record that a function made different. */
  private final WeakTable<Seq<String>> recordFields = new WeakTable<>();

  AffectedFields(Environment env) {
    this.env = env;
    this.values = env.values;
  }

  Seq<AffectedPlace> placesOf(Intent intent) {
    Seq<AffectedPlace> all = new Seq<>();
    intent.changes.each(change -> {
      if (change.kind != ChangeKind.RESYNC) {
        placesOf(change).each(all::add);
      }
    });
    return all;
  }

  private Seq<AffectedPlace> placesOf(Change change) {
    Seq<AffectedPlace> found = new Seq<>();
    if (change.record != null) {
      addPlacesOfRecord(change, found);
      return found;
    }
    if (change.places.size() > 0) {
      change.places.each(part -> addPlacesInFold(part, found));
      last.put(change, found);
      return found;
    }
    if (last.get(change) != null) {
      return last.get(change);
    }
    Seq<String> seen = new Seq<>();
    change.intent.touched.each(folded -> {
      if (!seen.has(folded.hash) && wasOver(change, folded)) {
        seen.add(folded.hash);
        Query query = QueryFold.queryOf(folded);
        Object data = query.current().data;
        if (isOpaque(change)) {
          Object out =
              env.errors.attempt(() -> change.apply(data, values, query.shape()), error -> data);
          addDifferences(query, data, values.isUndefined(out) ? data : out, found);
        } else {
          addPlaceOfHelper(change, query, data, found);
        }
      }
    });
    if (found.size() == 0) {
      RecordsOption option = optionUnder(change);
      addPlaceOfHelper(
          change, shapeOf(option), change.key, change.hash, null, typeOf(option), found);
    }
    return found;
  }

  /** A change of a record says itself which: it shows in some queries now, and failed, it showed in some. */
  private void addPlacesOfRecord(Change change, Seq<AffectedPlace> found) {
    Seq<String> fields = fieldsOfRecord(change);
    Listener<FoldedQuery> add = folded -> {
      Query query = QueryFold.queryOf(folded);
      found.add(new AffectedPlace(
          query.queryKey, query.queryHash, change.record.id, fields, change.record.type));
    };
    if (change.places.size() > 0) {
      change.places.each(part -> add.on(part.query));
      last.put(change, found);
    } else if (last.get(change) != null) {
      last.get(change).each(found::add);
    } else {
      change.intent.touched.filter(folded -> wasOver(change, folded)).each(add);
    }
    if (found.size() == 0) {
      found.add(new AffectedPlace(null, null, change.record.id, fields, change.record.type));
    }
  }

  private boolean wasOver(Change change, FoldedQuery folded) {
    return env.errors.attempt(() -> change.means(folded), e -> false) == (Object) true;
  }

  /** The fields that the change names; of a function what it made different, as long as the change was pending. */
  private Seq<String> fieldsOfRecord(Change change) {
    switch (change.kind) {
      case INCREMENT:
        return Seq.of(change.field);
      case REMOVE:
        return new Seq<>();
      case FUNCTION:
        return fieldsOfFunction(change);
      default:
        return names(RecordShape.USUAL, change.value);
    }
  }

  private Seq<String> fieldsOfFunction(Change change) {
    Seq<String> known = recordFields.get(change);
    if (known != null && !change.intent.isPending()) {
      return known;
    }
    Seq<String> fields = new Seq<>();
    env.errors.attempt(
        () -> {
          Object before = change.intent.log.records.before(change);
          Object after = change.intent.log.records.after(change);
          addFields(RecordShape.USUAL, before, after, name -> true, fields);
          return null;
        },
        thrown -> null);
    recordFields.put(change, fields);
    return fields;
  }

  /** How records stand in what the change names, of which there is no query yet. */
  private static @Nullable RecordsOption optionUnder(Change change) {
    return change.key == null
        ? null
        : ((ClientLaw) change.intent.log.host)
            .client.defaultQueryOptions(QueryOptions.of(change.key)).records;
  }

  private static @Nullable String typeOf(@Nullable RecordsOption option) {
    return option == null ? null : option.of;
  }

  public static RecordShape shapeOf(@Nullable RecordsOption given) {
    if (given == null) {
      return RecordShape.USUAL;
    }
    RecordShape shape = RecordShape.of(given.id, given.list);
    return given.of == null ? shape : shape.counting(given.count);
  }

  /** What a change touches where it stands. */
  private void addPlacesInFold(FoldedChange part, Seq<AffectedPlace> found) {
    Query query = QueryFold.queryOf(part.query);
    if (!isOpaque(part.change)) {
      addPlaceOfHelper(part.change, query, query.current().data, found);
      return;
    }
    BaseGate fold = query.gate();
    fold.refresh();
    int at = fold.changes.find(part);
    Object before = at == 0 ? fold.base : fold.changes.get(at - 1).valueAfter;
    Reading reading = readings.get(part);
    // An answer may be in the value of a confirmed one: what it touched is what was read before.
    if (reading == null
        || part.intent.isPending()
            && !(values.same(reading.before, before)
                && values.same(reading.after, part.valueAfter))) {
      Seq<AffectedPlace> touches = new Seq<>();
      addDifferences(query, before, part.valueAfter, touches);
      reading = new Reading(before, part.valueAfter, touches);
      readings.put(part, reading);
    }
    reading.touches.each(found::add);
  }

  private static boolean isOpaque(Change change) {
    return change.kind == ChangeKind.FUNCTION || change.kind == ChangeKind.SET;
  }

  private void addPlaceOfHelper(Change change, Query query, Object data, Seq<AffectedPlace> found) {
    String type = typeOf(query.options.records);
    addPlaceOfHelper(change, query.shape(), query.queryKey, query.queryHash, data, type, found);
  }

  /** What a change says of itself; {@code data} is the query's value. */
  private void addPlaceOfHelper(
      Change change,
      RecordShape shape,
      Object key,
      String hash,
      Object data,
      @Nullable String type,
      Seq<AffectedPlace> found) {
    boolean increments = change.kind == ChangeKind.INCREMENT;
    Object id = increments
        ? change.id
        : change.kind == ChangeKind.REMOVE ? change.value : shape.idOf(values, change.value);
    boolean isOfValue = id == null || values.isUndefined(id);
    Seq<String> fields = increments ? Seq.of(change.field) : names(shape, change.value);
    found.add(
        new AffectedPlace(key, hash, isOfValue ? shape.idOf(values, data) : id, fields, type));
  }

  /** What differs between two values of the query. The query itself is touched in any case. */
  private void addDifferences(Query query, Object before, Object after, Seq<AffectedPlace> found) {
    int size = found.size();
    compare(query, before, after, found);
    if (found.size() == size) {
      found.add(placeIn(query, values.undefined(), new Seq<>()));
    }
  }

  private void compare(Query query, Object before, Object after, Seq<AffectedPlace> found) {
    if (values.same(before, after)) {
      return;
    }
    RecordShape shape = query.shape();
    Object oldList = shape.listIn(values, before);
    Object newList = shape.listIn(values, after);
    if (oldList != null || newList != null) {
      compareLists(query, oldList, newList, found);
    }
    if (values.isList(before) || values.isList(after)) {
      return;
    }
    Seq<String> fields = new Seq<>();
    Object pages = values.field(after, "pages");
    boolean hasPages = values.isList(pages);
    if (hasPages) {
      compareLists(query, values.field(before, "pages"), pages, found);
    }
    addFields(
        shape,
        before,
        after,
        name -> !(hasPages && name.equals("pages"))
            && !(newList != null && name.equals(shape.listField())),
        fields);
    // One that comes counts with all its fields, one that goes with none.
    Object id = shape.idOf(values, values.isUndefined(after) ? before : after);
    if (fields.size() > 0 || values.isUndefined(before) || values.isUndefined(after)) {
      found.add(placeIn(query, id, values.isUndefined(after) ? new Seq<>() : fields));
    }
  }

  private static AffectedPlace placeIn(Query query, Object id, Seq<String> fields) {
    String type = typeOf(query.options.records);
    return new AffectedPlace(query.queryKey, query.queryHash, id, fields, type);
  }

  /** Adds the names of the fields that differ, of those that pass the test. */
  private void addFields(
      RecordShape shape,
      @Nullable Object before,
      @Nullable Object after,
      Predicate<String> test,
      Seq<String> fields) {
    Seq<String> names = names(shape, after);
    names(shape, before).each(name -> {
      if (!names.has(name)) {
        names.add(name);
      }
    });
    names.filter(test).each(name -> {
      Object was = values.field(before, name);
      if (!values.same(values.replaceEqualDeep(was, values.field(after, name)), was)) {
        fields.add(name);
      }
    });
  }

  /** Records are told apart by their ids, what has none by its place. */
  private void compareLists(Query query, Object before, Object after, Seq<AffectedPlace> found) {
    Seq<Object> old = values.items(before);
    Table<String, Object> byId = new Table<>();
    old.each(item -> {
      String id = idOf(query, item);
      if (id != null) {
        byId.put(id, item);
      }
    });
    Seq<Object> now = values.items(after);
    for (int i = 0; i < now.size(); i++) {
      String id = idOf(query, now.get(i));
      Object was = id != null ? byId.get(id) : i < old.size() ? old.get(i) : null;
      compare(query, was == null ? values.undefined() : was, now.get(i), found);
      byId.remove(id);
    }
    byId.each(gone -> compare(query, gone, values.undefined(), found));
  }

  /** The text of the record's id; null if it has none. */
  private String idOf(Query query, Object record) {
    Object id = query.shape().idOf(values, record);
    return id == null || values.isUndefined(id) ? null : RecordIds.text(id);
  }

  private Seq<String> names(RecordShape shape, Object record) {
    return values.names(record).filter(name -> !name.equals(shape.id));
  }
}
