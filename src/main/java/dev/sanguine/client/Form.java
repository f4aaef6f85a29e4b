package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Mapping;
import dev.sanguine.query.drafts.DraftOptions;
import org.jspecify.annotations.Nullable;

/**
 * Which record a form edits, and how it is saved. Immutable: each method gives a form with that said, too.
 *
 * <pre>{@code
 * Mutation<Object, Order> save = Mutation.of((fields, context) -> api.patch(fields));
 * Draft<Order> draft = client.observeDraft(Form.of(ORDERS, 12, save).record(ORDER, 12));
 * }</pre>
 *
 * @param <E> the type of the record
 */
public final class Form<E> {
  private final @Nullable Form<E> before;
  private final Listener<DraftOptions> change;

  private Form(@Nullable Form<E> before, Listener<DraftOptions> change) {
    this.before = before;
    this.change = change;
  }

  /** Makes the variables of the mutation that saves some fields. */
  public interface Variables<V extends @Nullable Object> {
    /**
     * The variables.
     *
     * @param fields a document with the fields that are saved
     * @param id the record's id; null if it has none
     * @return what the mutation is started with
     */
    V of(Object fields, @Nullable Object id);
  }

  /**
   * A form of the record that is the query's data. It fetches nothing: somebody observes the query besides.
   *
   * @param <E> the type of the record
   * @param key the query's key
   * @param save sends the fields that were changed, as a document; if it says nothing of {@link Mutation#optimistic}, they
   *     show wherever the record does
   * @return the form
   */
  public static <E> Form<E> of(QueryKey<E> key, Mutation<Object, ?> save) {
    return new Form<E>(null, options -> {
      options.queryKey = key.raw();
      options.mutation = save.options();
    });
  }

  /**
   * A form of one record of a list.
   *
   * @param <E> the type of the record
   * @param key the key of the list's query
   * @param id the record's id; it may be a temporary one
   * @param save sends the fields that were changed, as a document with the record's id
   * @return the form
   */
  public static <E> Form<E> of(ListKey<?, E> key, Object id, Mutation<Object, ?> save) {
    return new Form<E>(null, options -> {
      options.queryKey = key.raw();
      options.id = Plain.of(id);
      options.mutation = save.options();
    });
  }

  /**
   * Names the record. All forms of one type and id share one draft, whatever query they name. With the feature {@code
   * records} a save shows in every list.
   *
   * @param type the records' type
   * @param id the record's id; it may be a temporary one
   * @return the form with that said
   */
  public Form<E> record(Records<E> type, Object id) {
    return with(options -> options.record(type.type(), Plain.of(id)));
  }

  /**
   * Names the record by its id, which is sent with the fields.
   *
   * @param id the record's id; it may be a temporary one
   * @return the form with that said
   */
  public Form<E> id(Object id) {
    return with(options -> options.id = Plain.of(id));
  }

  /**
   * Saves by a mutation that takes other variables than the fields and the id.
   *
   * @param <V> the type of the variables
   * @param save sends the change
   * @param variables makes the variables of the fields
   * @return the form with that said
   */
  public <V extends @Nullable Object> Form<E> saveBy(Mutation<V, ?> save, Variables<V> variables) {
    return with(options -> {
      options.mutation = save.options();
      options.variables = (fields, id) -> Plain.of(variables.of(fields, Plain.orNull(id)));
    });
  }

  /**
   * Says which fields an error is about. By default Payload's errors are understood.
   *
   * @param errors gives a document: a list whose items have a {@code path} and a {@code message}; null if the error names no
   *     field
   * @return the form with that said
   */
  public Form<E> errors(Mapping<Object, @Nullable Object> errors) {
    return with(options -> options.errors = errors::of);
  }

  private Form<E> with(Listener<DraftOptions> change) {
    return new Form<>(this, change);
  }

  DraftOptions options() {
    DraftOptions options = before == null ? new DraftOptions() : before.options();
    change.on(options);
    return options;
  }
}
