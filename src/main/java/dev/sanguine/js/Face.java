package dev.sanguine.js;

import dev.sanguine.env.Environment;
import dev.sanguine.env.EnvironmentManager;
import dev.sanguine.env.FocusManager;
import dev.sanguine.env.NotifyManager;
import dev.sanguine.env.OnlineManager;
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
  public static final boolean isServer = WORLD.isServer();

  private Face() {}

  private static Environment world() {
    Environment world = BrowserEnvironment.create();
    Environment.setStandard(world);
    world.server.setIsServer(Primitives::isServer);
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

  public static boolean matchQuery(QueryFilters filters, Query query) {
    return Matching.query(WORLD.values, filters, Js.isTruthy(filters.exact), query);
  }

  public static boolean matchMutation(MutationFilters filters, Mutation mutation) {
    return Matching.mutation(WORLD.values, filters, Js.isTruthy(filters.exact), mutation);
  }

  @JsMethod(name = "experimental_streamedQuery")
  public static QueryFunction streamedQuery(StreamedQuery.Config config) {
    return StreamedQuery.of(config);
  }
}
