package dev.sanguine.law;

import dev.sanguine.env.Environment;
import dev.sanguine.json.Json;
import dev.sanguine.testkit.VirtualEnvironment;

/** The law with plain values: queries without a cache, mutations without a request. */
public abstract class PlainCase {
  protected final VirtualEnvironment world = new VirtualEnvironment();
  protected final Environment env = world.environment();
  final PlainHost host = new PlainHost(env);
  final IntentLog log = new IntentLog(host);

  /** A document; single quotes stand for double ones. */
  protected static Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  protected final String text(Object document) {
    return Json.stringify(document).replace('"', '\'');
  }

  protected static Object key(String name) {
    return json("['" + name + "']");
  }

  /** A query of that key with that confirmed value. */
  final PlainQuery query(String name, String base) {
    String hash = host.hash(key(name));
    PlainQuery query = new PlainQuery(hash, log, json(base));
    host.queries.put(hash, query);
    return query;
  }
}
