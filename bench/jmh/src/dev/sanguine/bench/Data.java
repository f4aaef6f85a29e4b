package dev.sanguine.bench;

import dev.sanguine.env.Environment;
import dev.sanguine.json.Json;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.testkit.VirtualEnvironment;
import java.util.HashMap;
import java.util.Map;

/** What the benchmarks run on, and the words for it in the table. */
final class Data {
  private static final Map<String, String> WORDS = new HashMap<>();

  static {
    WORDS.put("hashKey", "['orders', {status: 'paid', page: 3}, 17]");
    WORDS.put("getQueryData", "n cached queries, keys ['item', 'g17', 3]");
    WORDS.put("setQueryData", "a new record under one key, not observed");
    WORDS.put("setQueryDataObserved", "the same with n observers");
    WORDS.put("fetchQuery", "of a fulfilled promise");
    WORDS.put("documentedSuccess", "cancel, snapshot, set, invalidate; fulfilled at once");
    WORDS.put("documentedRollback", "the same, rejected at once");
    WORDS.put("optimisticSuccess", "intent.update, fulfilled at once");
    WORDS.put("optimisticRollback", "intent.update, rejected at once");
    WORDS.put("replaceEqualDeep", "1,000 records, one changed");
    WORDS.put("hydrate", "1,000 queries into an empty client");
    WORDS.put("dehydrate", "1,000 queries");
    WORDS.put("observer", "create, subscribe, unsubscribe");
    WORDS.put("findAll", "prefix, matches 10 of n");
    WORDS.put("find", "exact key among n");
    WORDS.put("invalidatePrefix", "prefix, matches 10 of n");
    WORDS.put("invalidateExact", "exact key among n");
    WORDS.put("cancelQueries", "prefix, matches 10 of n");
    WORDS.put("isFetching", "none of n fetches");
    WORDS.put("scopedQueue", "n mutations of one scope, all succeed");
    WORDS.put("succeedInOrder", "n in flight on one key");
    WORDS.put("failOldestFirst", "n in flight on one key, each fails in a task of its own");
    WORDS.put("rollbackOnLongList", "merge of one of 10,000 rows, taken back");
  }

  private Data() {}

  static String of(String benchmark) {
    return WORDS.getOrDefault(benchmark, "");
  }

  /** A world in which nothing is collected by a timer, as on a server. */
  static VirtualEnvironment world() {
    VirtualEnvironment world = new VirtualEnvironment();
    world.environment().server.setIsServer(() -> true);
    return world;
  }

  static QueryClient client(VirtualEnvironment world) {
    return new QueryClient(new QueryClientConfig().environment(world.environment()));
  }

  static QueryKey item(int i) {
    return QueryKey.of("item", "g" + i / 10, i % 10);
  }

  static Object record(int i) {
    return Json.object(
        "id",
        i,
        "number",
        "SO-" + i,
        "status",
        i % 2 == 0 ? "paid" : "packed",
        "total",
        i * 1.5,
        "customer",
        Json.object("name", "Customer " + i % 97, "city", "Oslo"),
        "tags",
        Json.array("a", "b"));
  }

  static Object records(int n) {
    Object[] all = new Object[n];
    for (int i = 0; i < n; i++) {
      all[i] = record(i);
    }
    return Json.array(all);
  }

  static void fill(QueryClient client, int n) {
    for (int i = 0; i < n; i++) {
      client.setQueryData(item(i), record(i), null);
    }
  }

  /** Runs a mutation to its end. */
  static void execute(VirtualEnvironment world, QueryClient client, MutationOptions options) {
    client.mutate(options, 1.0).then(value -> null, error -> null);
    settle(world, client);
  }

  static void settle(VirtualEnvironment world, QueryClient client) {
    world.runMicrotasks();
    client.getMutationCache().clear();
  }

  static Object rejected(Environment environment) {
    return environment.deferreds.reject(environment.errors.create("no"));
  }
}
