package dev.sanguine.collections;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Supply;
import dev.sanguine.env.Table;
import dev.sanguine.env.Values;
import dev.sanguine.json.Json;
import dev.sanguine.query.MutationObserver;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.QueryObserver;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.state.QueryResult;
import org.junit.Test;

/** What {@code payloadCollection} gives to JavaScript, with the engine's own observers. */
public class CollectionFaceTest extends CollectionCase {
  private final QueryClient engine = client.engine();
  private final CollectionFace face =
      new CollectionFace(new CollectionOptions<>(rest, settings(), new Table<>()));

  private static CollectionSettings settings() {
    CollectionSettings settings = new CollectionSettings("orders");
    settings.version = "version";
    settings.timeout = 5_000;
    settings.headers = () -> json("{'X-Shop':'a'}");
    return settings;
  }

  private QueryResult shown(QueryOptions options, String request, String answer) {
    QueryObserver observer = new QueryObserver(engine, options);
    observer.subscribe(result -> {});
    world.advance(0);
    answer(request, 200, answer);
    return observer.getCurrentResult();
  }

  private String ids(QueryOptions options) {
    Values values = world.environment().values;
    Object docs = values.field(engine.getQueryData(options.queryKey), "docs");
    return text(Json.arrayOf(values.items(docs).map(record -> Json.get(record, "id"))));
  }

  @Test
  public void itsQueriesAndMutations_areWiredAlike() {
    QueryOptions open = face.find(json("{'where':{'status':{'equals':'open'}},'sort':'id'}"));
    QueryOptions count = face.count(json("{'where':{'status':{'equals':'open'}}}"));
    shown(open, "GET /api/orders", page(OPEN));
    shown(face.byId(2.0), "GET /api/orders/2", PAID);
    assertEquals(1.0, shown(count, "GET /api/orders/count", "{'totalDocs':1}").data);
    new MutationObserver(engine, face.update())
        .mutate(json("{'id':2,'status':'open'}"), null)
        .then(answer -> null, error -> null);
    world.advance(0);
    assertEquals("[1,2]", ids(open));
    assertEquals(2.0, new QueryObserver(engine, count).getCurrentResult().data);
    assertEquals("\"4\"", sent("PATCH /api/orders/2").headers.get("If-Match"));
    assertEquals("a", sent("PATCH /api/orders/2").headers.get("X-Shop"));
  }

  @Test
  public void theTimeout_isThatOfTheCollection() {
    shown(face.find(null), "GET /api/orders", page(OPEN));
    String[] outcome = {"none"};
    new MutationObserver(engine, face.update())
        .mutate(json("{'id':1,'total':1}"), null)
        .then(answer -> null, error -> {
          outcome[0] = "" + error;
          return null;
        });
    world.advance(5_000);
    assertTrue(outcome[0], outcome[0].contains("within 5 s"));
  }

  @Test
  public void whatIsAskedWrongly_isToldInWords() {
    assertTrue(refusal(() -> face.find(json("{'status':'open'}")))
        .contains("find: status \"open\" is not understood; give where, sort, limit and page"));
    assertTrue(refusal(() -> face.find(json("{'where':{'a b':{'equals':1}}}")))
        .contains("\"a b\" is no field path"));
  }

  private String refusal(Supply call) {
    return "" + world.environment().errors.attempt(call, error -> "" + error);
  }
}
