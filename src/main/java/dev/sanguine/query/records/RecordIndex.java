package dev.sanguine.query.records;

import dev.sanguine.env.Development;
import dev.sanguine.env.Errors;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.law.Change;
import dev.sanguine.law.ChangeKind;
import dev.sanguine.law.Fold;
import dev.sanguine.law.FoldedChange;
import dev.sanguine.law.FoldedQuery;
import dev.sanguine.law.Intent;
import dev.sanguine.law.IntentState;
import dev.sanguine.law.MutationAnswer;
import dev.sanguine.law.RecordIntent;
import dev.sanguine.law.RecordQueries;
import dev.sanguine.law.RecordTarget;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryFold;
import dev.sanguine.query.options.RecordsOption;
import dev.sanguine.records.RecordEdit;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordPlace;
import dev.sanguine.records.RecordShape;
import org.jspecify.annotations.Nullable;

/*
 * One change, every place.
 *
 * There is no table of records: what a query holds is the server's answer, as it came. The index only knows which confirmed
 * values hold which record, so that a change of one record asks those queries that hold it, and the lists that it may come
 * into. It files a value when somebody first asks for its records, and then what differs from the value before.
 *
 * A change of a record is put over each of these queries as any change is, and is folded, held, confirmed and taken back
 * by the law. A list says which records belong to it, so the change of a record takes it out of one list and brings it into
 * another (ListEdit), in the fold: if the change fails, the record is where it was.
 *
 * A query may come to hold the record later: it is built, it is fetched, or what the record lacked becomes known. Then the
 * pending changes are put over it, at their place in the order of issue.
 */
public final class RecordIndex extends RecordQueries {
  final QueryClient client;
  final Values values;
  final Errors errors;

  private final Table<Query, RecordHolder> holders = new Table<>();
  private final Table<String, RecordType> types = new Table<>();
  private final DeclaredPlaces declared;
  private final PushedRecords pushed;

  private RecordIndex(QueryClient client) {
    this.client = client;
    values = client.environment.values;
    errors = client.environment.errors;
    declared = new DeclaredPlaces(values, errors);
    pushed = new PushedRecords(this);
  }

  static void install(QueryClient client) {
    if (client.log().records != null) {
      // A feature that is given twice is one.
      return;
    }
    RecordIndex index = new RecordIndex(client);
    client.log().records = index;
    IndexedQueries queries = new IndexedQueries(index);
    client.law.add(queries);
    client.law.index = queries.ofValues();
  }

  // Writing changes down

  @Override
  protected RecordIntent record(Intent intent, String type, Object id) {
    checkId("intent.record", type, id);
    return new RecordIntent(
        intent,
        new RecordTarget(type, client.log.names == null ? id : client.log.names.realIdOf(id)));
  }

  @Override
  protected void add(Intent intent, String type, Object record) {
    checkRecord("intent.add", type, record);
    Object id = shapeOf(type).idOf(values, record);
    checkId("intent.add", type, id);
    intent.write(new RecordTarget(type, id), ChangeKind.ADD, record);
  }

  private void checkRecord(String call, String type, Object record) {
    checkType(call, type);
    if (!values.isRecord(record)) {
      fail(call + ": " + record + " is no record", "give the whole record of type " + type);
    }
  }

  private void checkId(String call, String type, Object id) {
    checkType(call, type);
    if (id == null || values.isUndefined(id)) {
      fail(
          call + ": the record of type " + type + " has no id",
          "give it one. A new record gets its own: crypto.randomUUID()");
    }
    if (values.isRecord(id) || values.isList(id) || values.isFunction(id)) {
      fail(
          call + ": an id of type " + type + " is a text or a number, and this is neither",
          "give the record's id, not the record");
    }
  }

  private void checkType(String call, Object type) {
    if (!(type instanceof String)) {
      fail(
          call + ": " + type + " is no type of records",
          "give the text that the option records: { of } of the queries says");
    }
  }

  @Override
  protected void checkFields(RecordTarget record, Object fields) {
    Object id = shapeOf(record.type).idOf(values, fields);
    if (id != null && !values.isUndefined(id) && !RecordIds.same(values, id, record.id)) {
      fail(
          "intent.record(" + record.type + ", " + RecordIds.text(record.id)
              + ").merge: the fields are of " + RecordIds.text(id),
          "name the record whose fields they are");
    }
  }

  private void fail(String what, String remedy) {
    errors.fail(errors.create(what + Development.hint("; " + remedy)));
  }

  // Which queries a change means

  @Override
  protected Seq<FoldedQuery> meantBy(Change change) {
    RecordType type = type(change.record.type);
    type.tidy();
    type.knownOf(change.record.id).add(change);
    if (Development.on()) {
      tellMiss(type, change);
    }
    return type.meantBy(change).map(holder -> holder.query.asFolded());
  }

  /** Nobody shows such records, or what is incremented is no number. */
  private void tellMiss(RecordType type, Change change) {
    String what = "mutation " + change.intent.owner.label() + ": ";
    Object number = change.kind == ChangeKind.INCREMENT
        ? values.field(before(change), change.field)
        : values.undefined();
    if (number != null && !values.isUndefined(number) && Double.isNaN(values.number(number))) {
      errors.report(what + "increment of " + type.name + " " + RecordIds.text(change.record.id)
          + " finds nothing to change: " + change.field + " is no number there");
    }
    if (type.holders.size() == 0
        && !client.hasQueryDefaults(options -> declares(options.records, type.name))) {
      errors.warn(what + "no query shows records of type " + type.name
          + Development.hint("; say so with the option records: { of: '" + change.record.type
              + "' } of the queries, or with setQueryDefaults"));
    }
  }

  @Override
  protected boolean means(Change change, FoldedQuery query) {
    RecordHolder holder = holderOf(QueryFold.queryOf(query));
    return holder != null
        && holder.types.has(change.record.type)
        && type(change.record.type).isMeant(holder, change);
  }

  @Override
  protected boolean holdsOneOf(Seq<String> wanted, FoldedQuery query) {
    RecordHolder holder = holderOf(QueryFold.queryOf(query));
    return holder != null && holder.types.some(wanted::has);
  }

  private static boolean declares(RecordsOption option, String type) {
    return option != null
        && (type.equals(option.of)
            || option.nested != null && option.nested.some(inner -> declares(inner, type)));
  }

  RecordType type(String name) {
    RecordType type = types.get(name);
    if (type == null) {
      types.put(name, type = new RecordType(this, name));
    }
    return type;
  }

  // What a change makes of a value

  @Override
  protected Object made(FoldedChange folded, Object old) {
    RecordHolder holder = holderOf(QueryFold.queryOf(folded.query));
    if (holder == null) {
      return old;
    }
    RecordEdit edit = editOf(folded.change, QueryFold.queryOf(folded.query));
    Object made = holder.records.edited(old, folded.query.base(), edit);
    folded.countsUnseen = edit.countsUnseen;
    return made;
  }

  @Override
  protected Fold fold(FoldedQuery query, Object base) {
    return new RecordsFold(this, QueryFold.queryOf(query), base);
  }

  /** What the change makes of its record, in that query. */
  RecordEdit editOf(Change change, Query query) {
    KnownRecord known = type(change.record.type).knownOf(change.record.id);
    return new ChangeEdit(known, change, query);
  }

  @Override
  protected boolean countsUnseen(FoldedChange folded, Object data) {
    RecordHolder holder = holderOf(QueryFold.queryOf(folded.query));
    RecordEdit edit = editOf(folded.change, QueryFold.queryOf(folded.query));
    errors.attempt(
        () -> holder == null ? data : holder.records.edited(data, data, edit), thrown -> data);
    return edit.countsUnseen
        || holder != null
            && type(folded.change.record.type)
                .knownOf(folded.change.record.id)
                .isCountUnsure(holder, data);
  }

  @Override
  protected boolean isOfValue(FoldedChange folded) {
    return type(folded.change.record.type)
        .knownOf(folded.change.record.id)
        .isOfValue(QueryFold.queryOf(folded.query));
  }

  @Override
  public @Nullable Object before(Change change) {
    RecordType type = type(change.record.type);
    return change.places.size() == 0
        ? type.confirmed(change.record.id)
        : type.knownOf(change.record.id)
            .before(change, QueryFold.queryOf(change.places.get(0).query));
  }

  @Override
  public @Nullable Object after(Change change) {
    KnownRecord known = type(change.record.type).knownOf(change.record.id);
    return known.known(change, before(change));
  }

  /** The whole record as the answer to the change has it; null if it says nothing that the change had not said. */
  @Nullable
  Object answered(Change change) {
    Object answer = change.intent.answer;
    boolean mayTell = change.kind != ChangeKind.REMOVE
        && values.isRecord(answer)
        && change.intent.owner.merge(answer) == null;
    Object made = mayTell ? after(change) : null;
    if (made == null) {
      return null;
    }
    RecordShape shape = shapeOf(change.record.type);
    boolean isOfIt = RecordIds.same(values, shape.idOf(values, answer), change.record.id);
    Object said =
        isOfIt ? MutationAnswer.written(values, shape, answer, before(change), made) : made;
    return values.same(values.replaceEqualDeep(made, said), made) ? null : said;
  }

  RecordShape shapeOf(String type) {
    return type(type).shape();
  }

  // What is known of queries

  /** The query as one that shows records; null if it says of none which type they have. */
  @Nullable
  RecordHolder holderOf(Query query) {
    RecordHolder holder = holders.get(query);
    if (holder != null && isSame(holder, query.options.records)) {
      return holder;
    }
    if (holder != null) {
      forget(query);
    }
    RecordPlace place = declared.of(query);
    if (place == null) {
      return null;
    }
    RecordHolder made = new RecordHolder(query, place, values);
    holders.put(query, made);
    made.types.each(type -> type(type).add(made));
    return made;
  }

  /** A component may write the option anew each time it renders. */
  private boolean isSame(RecordHolder holder, RecordsOption option) {
    if (holder.option != option
        && values.same(values.replaceEqualDeep(holder.option, option), holder.option)) {
      holder.option = option;
    }
    return holder.option == option;
  }

  /** Told that a fetch has brought the query's value. */
  void fetched(Query query) {
    pushed.fetched(query);
  }

  void forget(Query query) {
    pushed.forget(query);
    RecordHolder holder = holders.get(query);
    if (holder != null) {
      holders.remove(query);
      holder.types.each(type -> type(type).remove(holder));
    }
  }

  /**
   * Told of a query that is there, or whose value may be another one.
   *
   * @param isNew a value has come, which may be equal to the one before it
   */
  void look(Query query, boolean isNew) {
    RecordHolder holder = holderOf(query);
    if (holder == null) {
      return;
    }
    holder.types.each(type -> type(type).noteFold(holder));
    if (isNew || !values.same(holder.filed, query.confirmed().data)) {
      // What this client has put into the value makes it no younger.
      double updatedAt = query.confirmed().dataUpdatedAt;
      boolean isOfOthers = (isNew || updatedAt != holder.updatedAt) && !pushed.isTaken(query);
      holder.updatedAt = updatedAt;
      holder.types.each(type -> type(type).valueCame(holder, isOfOthers));
      pushed.taken(query);
    }
  }

  @Override
  public void declared(FoldedQuery query) {
    look(QueryFold.queryOf(query), false);
  }

  /** Told of an intent that is settled. */
  void settled(Intent intent) {
    intent.changes.each(change -> {
      if (change.record != null) {
        if (intent.state == IntentState.CONFIRMED) {
          pushed.answered(change);
        }
        type(change.record.type).settled(change);
        if (intent.makesRecords && intent.state == IntentState.CONFIRMED) {
          client.log.names.pairs(intent.owner, intent.answer).each(pair -> type(change.record.type)
              .named(change, pair.get(0), pair.get(1)));
        }
        if (Development.on() && change.kind == ChangeKind.ADD) {
          tellIfNamedOtherwise(intent, change);
        }
      }
    });
  }

  /** The server has given the new record an id of its own, and nobody said that the one it had was temporary. */
  private void tellIfNamedOtherwise(Intent intent, Change change) {
    Object named = intent.state == IntentState.CONFIRMED && !intent.makesRecords
        ? shapeOf(change.record.type).idOf(values, intent.answer)
        : null;
    if (named != null
        && !values.isUndefined(named)
        && !RecordIds.same(values, named, change.record.id)) {
      errors.warn(
          "mutation " + intent.owner.label() + ": intent.add showed the new " + change.record.type
              + " as " + change.record.id + ", and the answer calls it " + named
              + Development.hint("; call temporary(intent, id), so that it is not shown twice"));
    }
  }

  void clear() {
    types.each(RecordType::forgetChanges);
    pushed.clear();
  }

  // What comes unasked

  @Override
  public void receive(String type, Object record) {
    checkRecord("receive", type, record);
    Object id = shapeOf(type).idOf(values, record);
    checkId("receive", type, id);
    pushed.receive(type(type), id, record);
  }

  @Override
  public void receiveRemoval(String type, Object id) {
    checkId("receiveRemoval", type, id);
    pushed.receive(type(type), id, null);
  }
}
