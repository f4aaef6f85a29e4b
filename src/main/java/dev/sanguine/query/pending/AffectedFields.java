package dev.sanguine.query.pending;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.env.WeakTable;
import dev.sanguine.law.BaseGate;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.Intent;
import dev.sanguine.query.ClientLaw;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryFold;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;

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
      if (!seen.has(folded.hash)
          && env.errors.attempt(() -> change.means(folded), e -> false) == (Object) true) {
        seen.add(folded.hash);
        Query query = QueryFold.queryOf(folded);
        Object data = query.current().data;
        if (isOpaque(change)) {
          Object out =
              env.errors.attempt(() -> change.apply(data, values, query.shape()), error -> data);
          addDifferences(query, data, values.isUndefined(out) ? data : out, found);
        } else {
          addPlaceOfHelper(change, query.shape(), query.queryKey, query.queryHash, data, found);
        }
      }
    });
    if (found.size() == 0) {
      addPlaceOfHelper(change, shapeUnder(change), change.key, change.hash, null, found);
    }
    return found;
  }

  /** How records stand in what the change names, of which there is no query yet. */
  private static RecordShape shapeUnder(Change change) {
    return change.key == null
        ? RecordShape.USUAL
        : shapeOf(((ClientLaw) change.intent.log.host)
            .client.defaultQueryOptions(QueryOptions.of(change.key)).records);
  }

  public static RecordShape shapeOf(RecordsOption given) {
    return given == null ? RecordShape.USUAL : RecordShape.of(given.id, given.list);
  }

  /** What a change touches where it stands. */
  private void addPlacesInFold(FoldedChange part, Seq<AffectedPlace> found) {
    Query query = QueryFold.queryOf(part.query);
    if (!isOpaque(part.change)) {
      addPlaceOfHelper(
          part.change, query.shape(), query.queryKey, query.queryHash, query.current().data, found);
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

  /** What a change says of itself; {@code data} is the query's value. */
  private void addPlaceOfHelper(
      Change change,
      RecordShape shape,
      Object key,
      String hash,
      Object data,
      Seq<AffectedPlace> found) {
    boolean increments = change.kind == ChangeKind.INCREMENT;
    Object id = increments
        ? change.id
        : change.kind == ChangeKind.REMOVE ? change.value : shape.idOf(values, change.value);
    boolean isOfValue = id == null || values.isUndefined(id);
    Seq<String> fields = increments ? Seq.of(change.field) : names(shape, change.value);
    found.add(new AffectedPlace(key, hash, isOfValue ? shape.idOf(values, data) : id, fields));
  }

  /** What differs between two values of the query. The query itself is touched in any case. */
  private void addDifferences(Query query, Object before, Object after, Seq<AffectedPlace> found) {
    int size = found.size();
    compare(query, before, after, found);
    if (found.size() == size) {
      found.add(
          new AffectedPlace(query.queryKey, query.queryHash, values.undefined(), new Seq<>()));
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
    Seq<String> names = names(shape, after);
    names(shape, before).each(name -> {
      if (!names.has(name)) {
        names.add(name);
      }
    });
    names.each(name -> {
      Object was = values.field(before, name);
      Object is = values.field(after, name);
      if (name.equals("pages") && values.isList(is)) {
        compareLists(query, was, is, found);
      } else if (!(newList != null && name.equals(shape.listField()))
          && !values.same(values.replaceEqualDeep(was, is), was)) {
        fields.add(name);
      }
    });
    // One that comes counts with all its fields, one that goes with none.
    Object id = shape.idOf(values, values.isUndefined(after) ? before : after);
    if (fields.size() > 0 || values.isUndefined(before) || values.isUndefined(after)) {
      found.add(new AffectedPlace(
          query.queryKey, query.queryHash, id, values.isUndefined(after) ? new Seq<>() : fields));
    }
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
