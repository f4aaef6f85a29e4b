package dev.sanguine.query.records;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.QueryKey;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import org.junit.Before;

/** A client that knows its queries by their orders. */
abstract class RecordCase extends LawCase {
  /** Writes the changes down that a test is about. */
  interface Writes {
    void on(Intent intent);
  }

  @Before
  public final void aClientWithRecords() {
    client = newClient(new QueryClientConfig().features(RecordsFeature::records));
  }

  /** The option records of a list or a detail of orders; {@code more} is a document with its other members. */
  static RecordsOption orders(String more) {
    Object said = json(more);
    RecordsOption option = new RecordsOption();
    option.of = "order";
    option.where = Json.get(said, "where");
    option.sort = Json.get(said, "sort");
    option.limit = Json.get(said, "limit");
    option.count = (String) Json.get(said, "count");
    option.add = (String) Json.get(said, "add");
    return option;
  }

  /** A list of orders, as if it had been fetched; {@code option} says which belong to it. */
  final void list(String name, String option, String document) {
    client.setQueryDefaults(key(name), new QueryOptions().records(orders(option)));
    cache(name, document);
  }

  /** A list of orders with a status, in the order of their ids. */
  final void listOf(String status, String document) {
    list(status, "{'where':{'status':{'equals':'" + status + "'}},'sort':'id'}", document);
  }

  /** The detail page of an order, as if it had been fetched. */
  final void detail(String name, String document) {
    list(name, "{}", document);
  }

  /** The query ["posts"]: two posts, the first with two comments. */
  final void posts() {
    RecordsOption comments = new RecordsOption();
    comments.of = "comment";
    comments.list = "comments";
    comments.parent = "post";
    comments.sort = "id";
    RecordsOption posts = new RecordsOption();
    posts.of = "post";
    posts.nested = Seq.of(comments);
    client.setQueryDefaults(key("posts"), new QueryOptions().records(posts));
    cache(
        "posts",
        "[{'id':1,'comments':[{'id':1,'post':1,'t':'a'},{'id':3,'post':1,'t':'b'}]},{'id':2,'comments':[]}]");
  }

  /** A mutation that sends a request of this name and changes orders. */
  final MutationOptions orders(String name, Writes writes) {
    return change(name, (intent, variables) -> {
      writes.on(intent);
      return undefined();
    });
  }

  final MutationOptions merge(String name, Object id, String fields) {
    return orders(name, intent -> intent.record("order", id).merge(json(fields)));
  }

  final MutationOptions add(String name, String record) {
    return orders(name, intent -> intent.add("order", json(record)));
  }

  /** The ids that the list shows. */
  final String ids(String name) {
    Object data = client.getQueryData(key(name));
    Seq<Object> docs = Json.isArray(data) ? Json.items(data) : Json.list(data, "docs");
    return join(docs.map(doc -> text(Json.get(doc, "id"))));
  }

  static Object keyOf(Object... parts) {
    return QueryKey.of(parts);
  }
}
