package dev.sanguine.collections;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Find;
import dev.sanguine.payload.Where;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryOptions;
import jsinterop.annotations.JsConstructor;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/** A collection of Payload for JavaScript: its methods give options for the hooks and observers of any adapter. */
@JsType
public final class CollectionFace {
  private final CollectionOptions<Object> options;

  @JsConstructor
  @SuppressWarnings("unusable-by-js")
  CollectionFace(CollectionOptions<Object> options) {
    this.options = options;
  }

  public QueryOptions find(@JsOptional Object asked) {
    Find find = options.plainly(() -> Find.of(asked));
    QueryOptions into = query(options.listKey(find));
    options.writeList(into, find);
    return into;
  }

  public QueryOptions findInfinite(@JsOptional Object asked) {
    Find find = options.plainly(() -> Find.of(asked));
    QueryOptions into = query(options.pagesKey(find));
    options.writePages(into, find);
    return into;
  }

  public QueryOptions byId(Object id) {
    QueryOptions into = query(options.recordKey(id));
    options.writeRecord(into, id);
    return into;
  }

  public QueryOptions count(@JsOptional Object asked) {
    Object condition = Json.get(asked, "where");
    Where where = condition == null ? null : options.plainly(() -> Where.of(condition));
    QueryOptions into = query(options.countKey(where));
    options.writeCount(into, where);
    into.select = answer -> Json.get(answer, "totalDocs");
    return into;
  }

  public MutationOptions update() {
    return mutation("update", options::writeUpdate);
  }

  public MutationOptions create() {
    return mutation("create", options::writeCreate);
  }

  public MutationOptions remove() {
    return mutation("remove", options::writeRemove);
  }

  public MutationOptions updateMany() {
    return mutation("updateMany", options::writeUpdateMany);
  }

  /** Gives all queries and mutations of the collection's keys these options. */
  public void defaults(QueryClient client) {
    QueryOptions shared = new QueryOptions();
    options.writeShared(shared);
    client.setQueryDefaults(QueryKey.of(options.rest.slug()), shared);
    Seq.of(update(), create(), remove(), updateMany())
        .each(each -> client.setMutationDefaults(each.mutationKey, each));
  }

  private QueryOptions query(Object[] key) {
    return QueryOptions.of(QueryKey.of(key));
  }

  private MutationOptions mutation(String name, Listener<MutationOptions> write) {
    MutationOptions into = new MutationOptions();
    into.mutationKey = QueryKey.of((Object[]) options.mutationKey(name));
    write.on(into);
    return into;
  }
}
