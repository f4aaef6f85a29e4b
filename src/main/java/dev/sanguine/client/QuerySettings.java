package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Mapping;
import dev.sanguine.env.Predicate;
import dev.sanguine.json.Json;
import dev.sanguine.query.Versions;
import dev.sanguine.query.callbacks.Placeholder;
import dev.sanguine.query.callbacks.QueryDependent;
import dev.sanguine.query.callbacks.RetryDecision;
import dev.sanguine.query.callbacks.RetryDelay;
import dev.sanguine.query.callbacks.Sharing;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import org.jspecify.annotations.Nullable;

/**
 * The options that queries of both kinds have. Immutable: each method gives a query with that option too, so that one
 * can stand in a constant and be varied. What is not said is taken from the client's defaults for the key, then from the
 * client's, then it is as each method says. Times are milliseconds.
 *
 * @param <T> the type of the data
 * @param <S> the type of the query itself
 */
public abstract class QuerySettings<T, S extends QuerySettings<T, S>> extends Source<T> {
  final QueryKey<T> key;
  private final @Nullable S before;
  private final @Nullable Listener<QueryOptions> change;

  QuerySettings(QueryKey<T> key, @Nullable S before, @Nullable Listener<QueryOptions> change) {
    this.key = key;
    this.before = before;
    this.change = change;
  }

  /** Makes one of the kind. */
  abstract S next(Listener<QueryOptions> change);

  /**
   * The key of the data.
   *
   * @return the key
   */
  public final QueryKey<T> key() {
    return key;
  }

  /**
   * How long data counts as fresh and is not fetched again; 0 by default.
   *
   * @param milliseconds the time in milliseconds
   * @return the query with that option
   */
  public final S staleTime(double milliseconds) {
    return with(into -> into.staleTime = milliseconds);
  }

  /**
   * The same, asked of the query as it stands.
   *
   * @param milliseconds the time in milliseconds
   * @return the query with that option
   */
  public final S staleTimeBy(Mapping<CachedQuery<T>, Double> milliseconds) {
    return with(into -> into.staleTime = (QueryDependent) query -> milliseconds.of(cached(query)));
  }

  /**
   * Data, once there, is never fetched again, whatever is invalidated.
   *
   * @return the query with that option
   */
  public final S staticData() {
    return with(into -> into.staleTime = "static");
  }

  /**
   * How long data that nobody observes is kept; 300,000 by default, for ever on a server.
   *
   * @param milliseconds the time in milliseconds
   * @return the query with that option
   */
  public final S gcTime(double milliseconds) {
    return with(into -> into.gcTime = milliseconds);
  }

  /**
   * With false, observers do not fetch by themselves; true by default.
   *
   * @param enabled whether it does
   * @return the query with that option
   */
  public final S enabled(boolean enabled) {
    return with(into -> into.enabled = enabled);
  }

  /**
   * The same, asked of the query as it stands.
   *
   * @param test is asked each time; true enables
   * @return the query with that option
   */
  public final S enabledWhen(Predicate<CachedQuery<T>> test) {
    return with(into -> into.enabled = (QueryDependent) query -> test.test(cached(query)));
  }

  /**
   * How many attempts follow a failed one; 3 by default, 0 on a server and for {@link Client#fetchQuery}.
   *
   * @param times how many
   * @return the query with that option
   */
  public final S retry(int times) {
    return with(into -> into.retry = (double) times);
  }

  /**
   * Whether another attempt follows a failed one.
   *
   * @param decision says whether
   * @return the query with that option
   */
  public final S retryIf(RetryIf decision) {
    return with(into -> into.retry = (RetryDecision) decision::retry);
  }

  /**
   * How long to wait before another attempt; by default 1,000, doubled with each, 30,000 at most.
   *
   * @param milliseconds the time in milliseconds
   * @return the query with that option
   */
  public final S retryDelay(double milliseconds) {
    return with(into -> into.retryDelay = milliseconds);
  }

  /**
   * The same, by the failure.
   *
   * @param delay says how long
   * @return the query with that option
   */
  public final S retryDelayBy(RetryAfter delay) {
    return with(into -> into.retryDelay = (RetryDelay) delay::delay);
  }

  /**
   * What to do without a network; {@link NetworkMode#ONLINE} by default.
   *
   * @param mode what is done then
   * @return the query with that option
   */
  public final S networkMode(NetworkMode mode) {
    return with(into -> into.networkMode = mode.word);
  }

  /**
   * Fetches again and again, this long after each other, while it is observed and the window has the focus.
   *
   * @param milliseconds the time in milliseconds
   * @return the query with that option
   */
  public final S refetchInterval(double milliseconds) {
    return with(into -> into.refetchInterval = milliseconds);
  }

  /**
   * The same, asked of the query as it stands; 0 stops.
   *
   * @param milliseconds the time in milliseconds
   * @return the query with that option
   */
  public final S refetchIntervalBy(Mapping<CachedQuery<T>, Double> milliseconds) {
    return with(
        into -> into.refetchInterval = (QueryDependent) query -> milliseconds.of(cached(query)));
  }

  /**
   * Polls without focus too.
   *
   * @return the query with that option
   */
  public final S refetchIntervalInBackground() {
    return with(into -> into.refetchIntervalInBackground = true);
  }

  /**
   * Whether to fetch when an observer begins to listen.
   *
   * @param when when it does
   * @return the query with that option
   */
  public final S refetchOnMount(Refetch when) {
    return with(into -> into.refetchOnMount = when.option);
  }

  /**
   * Whether to fetch when the window gets the focus; the client must be mounted.
   *
   * @param when when it does
   * @return the query with that option
   */
  public final S refetchOnWindowFocus(Refetch when) {
    return with(into -> into.refetchOnWindowFocus = when.option);
  }

  /**
   * Whether to fetch when the network is back; the client must be mounted.
   *
   * @param when when it does
   * @return the query with that option
   */
  public final S refetchOnReconnect(Refetch when) {
    return with(into -> into.refetchOnReconnect = when.option);
  }

  /**
   * Data to begin with, as if it had been fetched when the query is made.
   *
   * @param data the data
   * @return the query with that option
   */
  public final S initialData(T data) {
    return with(into -> into.initialData = key.plain(data));
  }

  /**
   * Data to begin with, and when it was right, in ms since 1970.
   *
   * @param data the data
   * @param updatedAt when the data was right, in ms since 1970
   * @return the query with that option
   */
  public final S initialData(T data, double updatedAt) {
    return with(into -> {
      into.initialData = key.plain(data);
      into.initialDataUpdatedAt = updatedAt;
    });
  }

  /**
   * What observers are shown while there is no data; it is not kept.
   *
   * @param data the data
   * @return the query with that option
   */
  public final S placeholderData(T data) {
    return with(into -> into.placeholderData = key.plain(data));
  }

  /**
   * What observers are shown while there is no data, made of what they were shown last (null at first); null for none.
   *
   * @param placeholder makes it of what was shown last
   * @return the query with that option
   */
  public final S placeholderBy(Mapping<@Nullable T, @Nullable T> placeholder) {
    return with(into -> into.placeholderData =
        (Placeholder) (previous, query) -> key.plain(placeholder.of(key.typed(previous))));
  }

  /**
   * An observer that goes over to another key shows the data of the one before until there is new.
   *
   * @return the query with that option
   */
  public final S keepPreviousData() {
    return placeholderBy(previous -> previous);
  }

  /**
   * With false, data that is fetched takes the place of equal data; true by default: then the old is kept.
   *
   * @param on whether data is shared
   * @return the query with that option
   */
  public final S structuralSharing(boolean on) {
    return with(into -> into.structuralSharing = on);
  }

  /**
   * If a fetch brings what equals the value before, that object stays. On the JVM this is the default; in the browser
   * it is for objects with {@code equals}, since documents are compared in depth there by default.
   *
   * @return the query with that option
   */
  @SuppressWarnings("NullAway") // If they are equal, neither is null.
  public final S sharingByEquals() {
    return sharing((previous, next) -> next.equals(previous) ? previous : next);
  }

  /**
   * Makes the value to keep of the one before (null at first) and the new one.
   *
   * @param sharing makes the value to keep
   * @return the query with that option
   */
  @SuppressWarnings("NullAway") // Null if the type says so.
  public final S sharing(Combine<T> sharing) {
    return with(into -> into.structuralSharing = (Sharing)
        (previous, next) -> key.plain(sharing.combine(key.typed(previous), key.typed(next))));
  }

  /**
   * The field that holds a record's version ({@code updatedAt} in Payload): a number, or text that sorts. If records
   * have one, an answer that comes while a change is under way need not be held back: its version tells what it holds.
   *
   * @param field the field's name
   * @return the query with that option
   */
  public final S versionField(String field) {
    return with(into -> into.version = Versions.by(field));
  }

  /**
   * How the records in the data are found, if they have no {@code id}, or stand in another place than the value itself or
   * its {@code docs}. List helpers and answers go by it.
   *
   * @param id the name of the field that holds a record's id; null for {@code id}
   * @param list the name of the field that holds the list, or the path to it ({@code "data.items"}); null for the value
   *     itself or its {@code docs}
   * @return the query with that option
   */
  public final S records(@Nullable String id, @Nullable String list) {
    RecordsOption records = new RecordsOption();
    records.id = id;
    records.list = list;
    return with(into -> into.records = records);
  }

  /**
   * Which records the data holds, so that one change of a record shows here and everywhere else that it stands.
   *
   * @param records their type, and which of them belong to the list
   * @return the query with that option
   */
  public final S records(Records<?> records) {
    return with(into -> into.records = records.option());
  }

  /**
   * Observers are told only if one of these members of the result changed, named as in TanStack Query.
   *
   * @param names the names of the members
   * @return the query with that option
   */
  public final S notifyOnChangeProps(String... names) {
    return with(into -> into.notifyOnChangeProps = Json.array((Object[]) names));
  }

  /**
   * Anything that the query function and others who meet the query may want to know.
   *
   * @param meta anything
   * @return the query with that option
   */
  public final S meta(Object meta) {
    return with(into -> into.meta = meta);
  }

  /**
   * Any option of the engine.
   *
   * @param change writes the option
   * @return the query with that option
   */
  public final S with(Listener<QueryOptions> change) {
    return next(change);
  }

  @Override
  void write(QueryOptions into) {
    if (before != null) {
      before.write(into);
    }
    if (change != null) {
      change.on(into);
    }
  }

  @Override
  final @Nullable T typed(@Nullable Object data) {
    return key.typed(data);
  }

  private CachedQuery<T> cached(dev.sanguine.query.Query query) {
    return new CachedQuery<>(query, key);
  }

  /**
   * Makes one value of two.
   *
   * @param <T> their type
   */
  public interface Combine<T> {
    /**
     * The value to keep; it must equal {@code next}.
     *
     * @param previous gives it
     * @param next gives it
     * @return the query with that option
     */
    T combine(@Nullable T previous, T next);
  }
}
