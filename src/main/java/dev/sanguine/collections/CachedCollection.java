package dev.sanguine.collections;

import dev.sanguine.client.Client;
import dev.sanguine.client.InfiniteKey;
import dev.sanguine.client.InfiniteQuery;
import dev.sanguine.client.ListKey;
import dev.sanguine.client.Mutation;
import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.client.Records;
import dev.sanguine.client.Source;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Page;
import dev.sanguine.payload.PayloadCollection;
import dev.sanguine.payload.Where;
import org.jspecify.annotations.Nullable;

/**
 * A collection of Payload in the cache: its queries and its mutations, with everything wired. Immutable: each method that sets
 * something gives another one.
 *
 * <pre>{@code
 * CachedCollection<Order> orders = CachedCollection.of(payload.collection("orders", Order::read));
 * Query<Page<Order>> open = orders.find(
 *     Find.all().where(Where.field("status").equalTo("open")).sort("number").limit(10));
 * client.mutate(orders.update(), Json.object("id", 12, "status", "paid"));
 * }</pre>
 *
 * <p>The client needs the feature {@code RecordsFeature::records}, and {@code ConflictsFeature::conflicts} for preconditions; a
 * {@code JvmClient} has both. Whatever it gives is an ordinary query or mutation, whose options can be set anew.
 *
 * @param <T> the type of the records
 */
public final class CachedCollection<T> {
  private final PayloadCollection<T> rest;
  private final CollectionSettings settings;
  private final Table<String, String> lines;
  private final CollectionOptions<T> options;

  private CachedCollection(
      PayloadCollection<T> rest, CollectionSettings settings, Table<String, String> lines) {
    this.rest = rest;
    this.settings = settings;
    this.lines = lines;
    options = new CollectionOptions<>(rest, settings, lines);
  }

  /**
   * The collection, whose records have the type of its name in the cache, and the version {@code updatedAt}.
   *
   * @param <T> the type of the records
   * @param collection sends the requests
   * @return the collection
   */
  public static <T> CachedCollection<T> of(PayloadCollection<T> collection) {
    return new CachedCollection<>(
        collection, new CollectionSettings(collection.slug()), new Table<>());
  }

  /**
   * The field that holds a record's version: a whole number or a text that sorts. {@code updatedAt} by default.
   *
   * @param field the field's name; null if the records have no version
   * @return the collection with that said
   */
  public CachedCollection<T> version(@Nullable String field) {
    return with(into -> into.version = field);
  }

  /**
   * How far related records are filled in; by default as far as the server does it by itself.
   *
   * @param levels 0 leaves ids
   * @return the collection with that said
   */
  public CachedCollection<T> depth(int levels) {
    return with(into -> into.depth = levels);
  }

  /**
   * When a request is given up; by default when the {@code PayloadClient} gives it up.
   *
   * @param milliseconds the time in milliseconds; 0 for never
   * @return the collection with that said
   */
  public CachedCollection<T> timeout(double milliseconds) {
    return with(into -> into.timeout = milliseconds);
  }

  /**
   * Changes of one record that wait are sent as one: at most one request of a record is on its way, and at most one waits. Needs
   * the feature {@code pacing}.
   *
   * @return the collection with that said
   */
  public CachedCollection<T> coalesce() {
    return with(into -> into.coalesces = true);
  }

  private CachedCollection<T> with(Listener<CollectionSettings> change) {
    CollectionSettings next = settings.copy();
    change.on(next);
    return new CachedCollection<>(rest, next, lines);
  }

  /** {@return the type of its records, for {@code intent.record} and {@code client.receive}} */
  public Records<T> records() {
    return Records.of(settings.type);
  }

  /**
   * The key of the list that is asked for so.
   *
   * @param find what is asked for
   * @return the key
   */
  public ListKey<Page<T>, T> key(Find find) {
    return QueryKey.ofList(options.listKey(find));
  }

  /**
   * The key of one record.
   *
   * @param id the record's id
   * @return the key
   */
  public QueryKey<T> key(Object id) {
    return QueryKey.of(options.recordKey(id));
  }

  /**
   * The records that are asked for so.
   *
   * @param find what is asked for
   * @return the query
   */
  public Query<Page<T>> find(Find find) {
    return Query.of(key(find)).with(into -> options.writeList(into, find));
  }

  /**
   * The same, page by page.
   *
   * @param find what is asked for; its page counts for nothing
   * @return the query
   */
  public InfiniteQuery<Page<T>, Double> findInfinite(Find find) {
    InfiniteKey<Page<T>, Double, T> key = QueryKey.ofPages(options.pagesKey(find));
    return InfiniteQuery.of(key, 1.0).with(into -> options.writePages(into, find));
  }

  /**
   * One record.
   *
   * @param id the record's id
   * @return the query
   */
  public Query<T> byId(Object id) {
    return Query.of(key(id)).with(into -> options.writeRecord(into, id));
  }

  /**
   * How many records meet the condition.
   *
   * @param where the condition; null for all records
   * @return what can be fetched and observed
   */
  public Source<Double> count(@Nullable Where where) {
    return Query.of(QueryKey.<Object>of(options.countKey(where)))
        .with(into -> options.writeCount(into, where))
        .select(answer -> Json.number(answer, "totalDocs"));
  }

  /**
   * Writes fields over a record. The variables are a document: the fields that change, and the record's {@code id}.
   *
   * @return the mutation
   */
  public Mutation<Object, T> update() {
    return mutation("update").with(options::writeUpdate);
  }

  /**
   * Makes a record. The variables are a document of its fields. An {@code id} among them that is a text is temporary: until the
   * server's is known, whatever is done to the record waits. Without one it has one that is made.
   *
   * @return the mutation
   */
  public Mutation<Object, T> create() {
    return mutation("create").with(options::writeCreate);
  }

  /**
   * Removes a record. The variables are its id.
   *
   * @return the mutation
   */
  public Mutation<Object, T> remove() {
    return mutation("remove").with(options::writeRemove);
  }

  /**
   * Writes the same fields over several records. The variables are a document: {@code ids}, and the fields as {@code data}. Those
   * that the server refuses go back and are listed as failed, each alone.
   *
   * @return the mutation
   */
  public Mutation<Object, Seq<T>> updateMany() {
    Mutation<Object, Seq<T>> named = Mutation.ofKey((Object[]) options.mutationKey("updateMany"));
    return named.with(options::writeUpdateMany);
  }

  private Mutation<Object, T> mutation(String name) {
    return Mutation.ofKey((Object[]) options.mutationKey(name));
  }

  /**
   * Gives all queries and mutations of the collection's keys these options: a page that shows its data by its key alone, a
   * value that is hydrated, and a mutation that goes on after a reload.
   *
   * @param client is told
   */
  public void setDefaults(Client client) {
    client.setQueryDefaults(QueryKey.of(rest.slug()), Query.defaults().with(options::writeShared));
    client.setMutationDefaults(update(), (Object[]) options.mutationKey("update"));
    client.setMutationDefaults(create(), (Object[]) options.mutationKey("create"));
    client.setMutationDefaults(remove(), (Object[]) options.mutationKey("remove"));
    client.setMutationDefaults(updateMany(), (Object[]) options.mutationKey("updateMany"));
  }
}
