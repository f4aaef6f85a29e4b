package dev.sanguine.client;

import dev.sanguine.env.Mapping;
import dev.sanguine.law.Updater;
import dev.sanguine.query.TemporaryIds;
import org.jspecify.annotations.Nullable;

/**
 * Where a mutation writes down what it changes, before its answer is there; given to {@link Mutation#optimistic}. The
 * changes show in the same call of mutate and leave by themselves when the mutation fails.
 *
 * <p>A key is meant exactly; filters mean every query that they match, also one that is made later. A query without data
 * is passed over until data comes; only {@link #set} and {@link #setBy} make data if there was none. Every method throws an
 * IllegalStateException (an Error in the browser) once {@code optimistic} has returned.
 *
 * <p>All but {@link #update} and {@link #setBy} are kept as data. Of these {@link #set}, {@link #merge}, {@link #remove} and {@link #upsert}
 * may be done twice without harm, so an answer that comes while they are under way shows at once; for the others it is
 * held back until they are settled.
 */
public final class Intent {
  private final dev.sanguine.law.Intent raw;

  Intent(dev.sanguine.law.Intent raw) {
    this.raw = raw;
  }

  /**
   * Replaces the value by what the function makes of it; null leaves it as it is. The function is pure: it runs again
   * when something below it changes, and must not change {@code old}. One that throws over a later value is left out of
   * that query and reported.
   *
   * @param <T> the type of the data
   * @param target which queries are meant
   * @param change makes the next value of the present one
   */
  public <T> void update(Target<T> target, Mapping<T, @Nullable T> change) {
    Updater updater = old -> target.plain(change.of(target.typed(old)));
    raw.update(target.raw(), updater);
  }

  /**
   * Puts the value in the place of what is there, or of nothing.
   *
   * @param <T> the type of the data
   * @param target which queries are meant
   * @param value the value
   */
  public <T> void set(Target<T> target, T value) {
    raw.set(target.raw(), target.plain(value));
  }

  /**
   * Puts what the function makes in the place of what is there, or of nothing: the function is given null if nothing is
   * there. Null leaves it as it is. The function is pure, as that of {@link #update}.
   *
   * @param <T> the type of the data
   * @param target which queries are meant
   * @param change makes the value of the present one, or of null
   */
  public <T> void setBy(Target<T> target, Mapping<@Nullable T, @Nullable T> change) {
    Updater updater = old -> target.plain(change.of(target.typed(old)));
    raw.set(target.raw(), updater);
  }

  /**
   * Writes fields over a record; if the data holds a list, over the record whose id is the fields' {@code id}.
   *
   * @param target which queries are meant
   * @param fields a document, {@code Json.object("id", 12, "status", "paid")}; on the JVM also a map
   */
  public void merge(Target<?> target, Object fields) {
    raw.merge(target.raw(), fields);
  }

  /**
   * Takes the record with this id out of the list.
   *
   * @param list which lists are meant
   * @param id the record's id
   */
  public void remove(ListTarget<?> list, Object id) {
    raw.remove(raw(list), Plain.of(id));
  }

  /**
   * Puts the record in the place of the one with its id, or at the end of the list.
   *
   * @param <E> the type of the records
   * @param list which lists are meant
   * @param item the record
   */
  public <E> void upsert(ListTarget<E> list, E item) {
    raw.upsert(raw(list), Plain.of(item));
  }

  /**
   * Adds the record at the end of the list: of the last page, if there are pages.
   *
   * @param <E> the type of the records
   * @param list which lists are meant
   * @param item the record
   */
  public <E> void append(ListTarget<E> list, E item) {
    raw.append(raw(list), Plain.of(item));
  }

  /**
   * Adds the record at the start of the list: of the first page, if there are pages.
   *
   * @param <E> the type of the records
   * @param list which lists are meant
   * @param item the record
   */
  public <E> void prepend(ListTarget<E> list, E item) {
    raw.prepend(raw(list), Plain.of(item));
  }

  /**
   * Adds {@code by} to a record's number; an absent one counts as 0.
   *
   * @param target which queries are meant
   * @param field the field's name
   * @param by how much
   */
  public void increment(Target<?> target, String field, double by) {
    raw.increment(target.raw(), field, by);
  }

  /**
   * Adds {@code by} to the number of the record with this id in the list.
   *
   * @param list which lists are meant
   * @param field the field's name
   * @param by how much
   * @param id the record's id
   */
  public void increment(ListTarget<?> list, String field, double by, Object id) {
    raw.increment(raw(list), field, by, Plain.of(id));
  }

  /**
   * The changes of one record, in every query that shows it now or later: lists gain and lose it by what they say of
   * themselves.
   *
   * @param <E> the type of the record
   * @param type the records' type
   * @param id the record's id
   * @return where its changes are written down
   * @throws RuntimeException if the client was made without the feature {@code records}
   */
  public <E> RecordChanges<E> record(Records<E> type, Object id) {
    return new RecordChanges<>(raw.record(type.type(), Plain.of(id)));
  }

  /**
   * There is a new record: it shows in every list that it belongs to, at its place.
   *
   * @param <E> the type of the record
   * @param type the records' type
   * @param record the record, with an id
   * @throws RuntimeException if the record has no id, or if the client was made without the feature "records"
   */
  public <E> void add(Records<E> type, E record) {
    raw.add(type.type(), Plain.of(record));
  }

  /**
   * Says that a record which this makes bears this id until the answer brings the server's {@code id}. Whatever is done to
   * the record meanwhile, by mutations whose variables (documents, lists, Java records) hold the id, shows at once and is sent when
   * the server's id is known and stands in its place; it fails if the record is not made.
   *
   * @param id a text that stands for nothing else
   */
  public void temporary(String id) {
    TemporaryIds.temporary(raw, id, null);
  }

  /**
   * The same for an answer that has the server's id elsewhere than in its {@code id}.
   *
   * <pre>{@code intent.temporary(draft.id(), (Created answer) -> answer.order().id());}</pre>
   *
   * @param <A> the type of the answer
   * @param id a text that stands for nothing else
   * @param idOf gives the server's id from the answer; null if it has none, and then the record counts as not made
   */
  @SuppressWarnings("unchecked")
  public <A> void temporary(String id, Mapping<A, ? extends @Nullable Object> idOf) {
    TemporaryIds.temporary(raw, id, answer -> Plain.of(idOf.of((A) answer)));
  }

  /** {@return what became of it: queued, sent, confirmed, failed or unknown} */
  public String state() {
    return raw.getState();
  }

  private static Object raw(ListTarget<?> list) {
    return ((Target<?>) list).raw();
  }
}
