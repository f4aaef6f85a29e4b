package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Order;
import dev.sanguine.env.Predicate;
import dev.sanguine.env.Seq;
import dev.sanguine.query.callbacks.RecordTest;
import dev.sanguine.query.options.RecordsOption;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Records of one type: by this, one change of a record shows in every query that holds it. It says of a query how its records
 * stand in the data and which of them belong there, and it names the type in {@link Intent#record}, {@link Intent#add} and
 * {@link Client#receive}. Immutable: each method gives one that says that too.
 *
 * <pre>{@code
 * static final Records<Order> ORDERS = Records.of("order");
 *
 * client.setQueryDefaults(QueryKey.of("orders"), Query.defaults().records(ORDERS.sort("-createdAt")));
 * intent.record(ORDERS, 12).merge(Json.object("status", "paid"));
 * }</pre>
 *
 * <p>The client needs the feature {@code RecordsFeature::records}; a {@code JvmClient} has it.
 *
 * @param <E> the type of the records
 */
public final class Records<E> {
  private final String type;
  private final @Nullable Records<E> before;
  private final @Nullable Listener<RecordsOption> change;

  private Records(
      String type, @Nullable Records<E> before, @Nullable Listener<RecordsOption> change) {
    this.type = type;
    this.before = before;
    this.change = change;
  }

  /**
   * The records of that type.
   *
   * @param <E> the type of the records in Java
   * @param type a name for it, the same wherever such records are shown
   * @return the records
   */
  public static <E> Records<E> of(String type) {
    return new Records<>(type, null, null);
  }

  /** {@return the name of the type} */
  public String type() {
    return type;
  }

  /**
   * The name of the field that holds a record's id; {@code id} by default.
   *
   * @param field the field's name
   * @return the records with that said
   */
  public Records<E> id(String field) {
    return with(into -> into.id = field);
  }

  /**
   * Where the list is; by default it is the data itself, or the field {@code docs}. An infinite query has one in each page.
   *
   * @param path the name of the field, or a path to it with dots
   * @return the records with that said
   */
  public Records<E> list(String path) {
    return with(into -> into.list = path);
  }

  /**
   * Which records belong to the list, as Payload's REST API has it. By default it is the {@code where} of a document in the
   * query's key; a list without one has all records.
   *
   * @param condition a document: {@code Json.object("status", Json.object("equals", "open"))}, or that of a {@code Where}
   * @return the records with that said
   */
  public Records<E> where(Object condition) {
    return with(into -> into.where = condition);
  }

  /**
   * Which records belong to the list, by a function. One that throws decides nothing.
   *
   * @param belongs is asked of every record of the type
   * @return the records with that said
   */
  @SuppressWarnings("unchecked")
  public Records<E> where(Predicate<? super E> belongs) {
    Predicate<E> test = (Predicate<E>) belongs;
    return with(into -> into.where = (RecordTest) (record, around) -> test.test((E) record));
  }

  /**
   * The list's order. By default it is the {@code sort} of a document in the query's key.
   *
   * @param fields the fields, the most important first; a minus before one turns its order round
   * @return the records with that said
   */
  public Records<E> sort(String... fields) {
    String joined = String.join(",", fields);
    return with(into -> into.sort = joined);
  }

  /**
   * The list's order, by a function.
   *
   * @param order says which of two comes first
   * @return the records with that said
   */
  @SuppressWarnings("unchecked")
  public Records<E> sort(Comparator<? super E> order) {
    Comparator<E> by = (Comparator<E>) order;
    return with(into -> into.sort = (Order<Object>) (a, b) -> by.compare((E) a, (E) b));
  }

  /**
   * How many records a page has at most. By default it is the {@code limit} of a document in the query's key.
   *
   * @param records how many
   * @return the records with that said
   */
  public Records<E> limit(int records) {
    return with(into -> into.limit = (double) records);
  }

  /**
   * The number of all records, which follows what comes and goes; {@code totalDocs} by default.
   *
   * @param path the name of the field, or a path to it with dots
   * @return the records with that said
   */
  public Records<E> count(String path) {
    return with(into -> into.count = path);
  }

  /**
   * New records come to the list's start if it has no order; to its end by default.
   *
   * @return the records with that said
   */
  public Records<E> addAtStart() {
    return with(into -> into.add = "start");
  }

  /**
   * Of records inside others: which they belong to.
   *
   * @param field the field that holds the id of the record around them
   * @return the records with that said
   */
  public Records<E> parent(String field) {
    return with(into -> into.parent = field);
  }

  /**
   * Records that stand inside each of these.
   *
   * @param inside those records, whose {@link #list} says in which field of these they are
   * @return the records with that said
   */
  public Records<E> nested(Records<?>... inside) {
    Seq<RecordsOption> options = new Seq<>();
    for (Records<?> each : inside) {
      options.add(each.option());
    }
    return with(into -> into.nested = options);
  }

  private Records<E> with(Listener<RecordsOption> change) {
    return new Records<>(type, this, change);
  }

  RecordsOption option() {
    RecordsOption option = before == null ? new RecordsOption() : before.option();
    option.of = type;
    if (change != null) {
      change.on(option);
    }
    return option;
  }
}
