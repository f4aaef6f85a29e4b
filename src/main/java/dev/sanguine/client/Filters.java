package dev.sanguine.client;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Predicate;
import dev.sanguine.query.options.QueryFilters;
import org.jspecify.annotations.Nullable;

/**
 * Says which queries are meant. Immutable: each method gives other filters. In an intent they are live: a query that is
 * made later and matches is changed too.
 *
 * @param <T> the type of the data of what they match; for the caller to know
 */
public class Filters<T> extends Target<T> {
  /** The key that they are made of; null for every query. */
  private final @Nullable QueryKey<T> key;

  private final @Nullable Filters<T> before;
  private final @Nullable Listener<QueryFilters> change;
  private final QueryFilters built = new QueryFilters();

  Filters(
      @Nullable QueryKey<T> key,
      @Nullable Filters<T> before,
      @Nullable Listener<QueryFilters> change) {
    this.key = key;
    this.before = before;
    this.change = change;
    write(built);
  }

  /**
   * Every query.
   *
   * @return the filters
   */
  public static Filters<Object> all() {
    return new Filters<>(null, null, null);
  }

  /**
   * Every query whose key starts with these parts. Inside documents, members that the prefix lacks are not asked for.
   *
   * @param <T> the type of their data
   * @param parts from the general to the particular
   * @return the filters
   */
  public static <T> Filters<T> under(Object... parts) {
    return QueryKey.<T>of(parts).filters();
  }

  /**
   * The key itself alone, not those that start with it.
   *
   * @return the narrower filters
   */
  public final Filters<T> exact() {
    return with(into -> into.exact = true);
  }

  /**
   * Those that an enabled observer watches.
   *
   * @return the narrower filters
   */
  public final Filters<T> active() {
    return with(into -> into.type = "active");
  }

  /**
   * Those that no enabled observer watches.
   *
   * @return the narrower filters
   */
  public final Filters<T> inactive() {
    return with(into -> into.type = "inactive");
  }

  /**
   * Those whose data is stale, or with false those whose data is fresh.
   *
   * @param stale whether the data is stale
   * @return the narrower filters
   */
  public final Filters<T> stale(boolean stale) {
    return with(into -> into.stale = stale);
  }

  /**
   * Those whose fetch stands so.
   *
   * @param status how it stands
   * @return the narrower filters
   */
  public final Filters<T> fetchStatus(FetchStatus status) {
    return with(into -> into.fetchStatus = status.word);
  }

  /**
   * Those that pass the test.
   *
   * @param test is asked of each query that the rest matches
   * @return the narrower filters
   */
  public final Filters<T> where(Predicate<CachedQuery<T>> test) {
    return with(into -> into.predicate = query -> test.test(new CachedQuery<>(query, this)));
  }

  /**
   * In {@link Client#invalidateQueries}: marks them stale and fetches none, if the active ones would be fetched.
   *
   * @return the narrower filters
   */
  public final Filters<T> refetchNone() {
    return with(into -> into.refetchType = "none");
  }

  /**
   * In {@link Client#invalidateQueries}: fetches the inactive ones too.
   *
   * @return the narrower filters
   */
  public final Filters<T> refetchAll() {
    return with(into -> into.refetchType = "all");
  }

  /**
   * The same queries, whose data holds lists.
   *
   * @param <E> the type of the lists' records
   * @return the narrower filters
   */
  public final <E> ListFilters<T, E> lists() {
    return new ListFilters<>(key, this);
  }

  @Override
  final QueryFilters raw() {
    return built;
  }

  @Override
  final @Nullable T typed(@Nullable Object data) {
    return key == null ? super.typed(data) : key.typed(data);
  }

  @Override
  final @Nullable Object plain(@Nullable T value) {
    return key == null ? super.plain(value) : key.plain(value);
  }

  private Filters<T> with(Listener<QueryFilters> change) {
    return new Filters<>(key, this, change);
  }

  private void write(QueryFilters into) {
    if (before != null) {
      before.write(into);
    } else if (key != null) {
      into.queryKey = key.raw();
    }
    if (change != null) {
      change.on(into);
    }
  }
}
