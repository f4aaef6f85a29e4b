package dev.sanguine.client;

import dev.sanguine.env.Mapping;
import dev.sanguine.env.Predicate;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.HydrateOptions;
import org.jspecify.annotations.Nullable;

/**
 * Writes a client's state down and takes it in again: on another client, in another process, on the other runtime. Only
 * confirmed data and paused mutations are written, never a change that is under way.
 */
public final class Hydration {
  private Hydration() {}

  /**
   * The state as one document, which {@link dev.sanguine.json.Json#stringify} writes; data has to consist of documents.
   *
   * @param client the client
   * @return the document
   */
  public static Object dehydrate(Client client) {
    return Hydrated.document(dev.sanguine.query.Hydration.dehydrate(client.engine(), null));
  }

  /**
   * The same, of the queries that pass the test, their data made into documents by the function.
   *
   * @param client the client
   * @param test picks the queries
   * @param serialize makes a document of a query's data
   * @return the document
   */
  public static Object dehydrate(
      Client client, Predicate<CachedQuery<Object>> test, Mapping<Object, Object> serialize) {
    Filters<Object> all = Filters.all();
    DehydrateOptions options = new DehydrateOptions();
    options.shouldDehydrateQuery = query -> test.test(new CachedQuery<>(query, all));
    options.serializeData = serialize::of;
    return Hydrated.document(dev.sanguine.query.Hydration.dehydrate(client.engine(), options));
  }

  /**
   * Takes a state in; what the cache knows newer stays. What is no such state is passed over.
   *
   * @param client the client
   * @param state what dehydrate made
   */
  public static void hydrate(Client client, @Nullable Object state) {
    dev.sanguine.query.Hydration.hydrate(client.engine(), state, null);
  }

  /**
   * The same, the data made of documents by the function.
   *
   * @param client the client
   * @param state what dehydrate made
   * @param deserialize makes a query's data of a document
   */
  public static void hydrate(
      Client client, @Nullable Object state, Mapping<Object, Object> deserialize) {
    HydrateOptions defaults = new HydrateOptions();
    defaults.deserializeData = deserialize::of;
    HydrateOptions options = new HydrateOptions();
    options.defaultOptions = defaults;
    dev.sanguine.query.Hydration.hydrate(client.engine(), state, options);
  }
}
