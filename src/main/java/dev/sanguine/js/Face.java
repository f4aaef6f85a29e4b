package dev.sanguine.js;

import dev.sanguine.env.Environment;
import dev.sanguine.env.EnvironmentManager;
import dev.sanguine.env.FocusManager;
import dev.sanguine.env.NotifyManager;
import dev.sanguine.env.OnlineManager;
import dev.sanguine.env.Task;
import dev.sanguine.env.TimeoutManager;
import dev.sanguine.query.DehydrateOptions;
import dev.sanguine.query.DehydratedQuery;
import dev.sanguine.query.DehydratedState;
import dev.sanguine.query.HydrateOptions;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Matching;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.MutationFilters;
import dev.sanguine.query.Query;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryFilters;
import dev.sanguine.query.QueryFunction;
import dev.sanguine.query.SkipToken;
import dev.sanguine.query.StreamedQuery;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/** What the module exports beside the engine's classes: the managers of the page's one world, and the functions. */
@JsType
public final class Face {
  private static final Environment WORLD = world();

  public static final FocusManager focusManager = WORLD.focus;
  public static final OnlineManager onlineManager = WORLD.online;
  public static final NotifyManager notifyManager = WORLD.notify;
  public static final TimeoutManager timeoutManager = WORLD.timeouts;
  public static final EnvironmentManager environmentManager = WORLD.server;
  public static final Object skipToken = SkipToken.TOKEN;
  public static final Object dataTagSymbol = symbol("dataTagSymbol");
  public static final Object dataTagErrorSymbol = symbol("dataTagErrorSymbol");
  public static final Object unsetMarker = symbol("unsetMarker");
  public static final boolean isServer = WORLD.isServer();

  private Face() {}

  private static Environment world() {
    Environment world = BrowserEnvironment.create();
    Environment.setStandard(world);
    world.server.setIsServer(() -> {
      Object global = global();
      return Js.isTripleEqual(Js.asPropertyMap(global).get("window"), Js.undefined())
          || Js.asPropertyMap(global).has("Deno");
    });
    return world;
  }

  public static DehydratedState dehydrate(QueryClient client, @JsOptional DehydrateOptions options) {
    return Hydration.dehydrate(client, options);
  }

  public static DehydratedQuery dehydrateQuery(
      Query query,
      @JsOptional dev.sanguine.query.Convert serializeData,
      @JsOptional dev.sanguine.query.Decide shouldRedactErrors) {
    return Hydration.dehydrateQuery(query, serializeData, shouldRedactErrors);
  }

  public static void hydrate(QueryClient client, Object state, @JsOptional HydrateOptions options) {
    Hydration.hydrate(client, state, options);
  }

  public static boolean defaultShouldDehydrateQuery(Query query) {
    return Hydration.defaultShouldDehydrateQuery(query);
  }

  public static boolean defaultShouldDehydrateMutation(Mutation mutation) {
    return Hydration.defaultShouldDehydrateMutation(mutation);
  }

  public static String hashKey(Object key) {
    return WORLD.values.hashKey(key);
  }

  public static boolean partialMatchKey(Object key, Object prefix) {
    return WORLD.values.partialMatchKey(key, prefix);
  }

  public static boolean matchQuery(QueryFilters filters, Query query) {
    return Matching.query(WORLD.values, filters, Js.isTruthy(filters.exact), query);
  }

  public static boolean matchMutation(MutationFilters filters, Mutation mutation) {
    return Matching.mutation(WORLD.values, filters, Js.isTruthy(filters.exact), mutation);
  }

  public static Object replaceEqualDeep(Object previous, Object next) {
    return WORLD.values.replaceEqualDeep(previous, next);
  }

  public static Object keepPreviousData(Object previous) {
    return previous;
  }

  public static boolean shouldThrowError(Object throwOnError, Object[] args) {
    return Js.typeof(throwOnError).equals("function")
        ? Js.isTruthy(Js.<dev.sanguine.query.Callback>uncheckedCast(throwOnError).call(args))
        : Js.isTruthy(throwOnError);
  }

  public static boolean isCancelledError(Object error) {
    return WORLD.errors.isCancelled(error);
  }

  public static void noop() {}

  public static void defaultScheduler(Task callback) {
    Primitives.soon(callback);
  }

  @JsMethod(name = "experimental_streamedQuery")
  public static QueryFunction streamedQuery(StreamedQuery.Config config) {
    return StreamedQuery.of(config);
  }

  @JsMethod(namespace = JsPackage.GLOBAL, name = "Symbol")
  private static native Object symbol(String name);

  @JsProperty(namespace = JsPackage.GLOBAL, name = "globalThis")
  private static native Object global();
}
