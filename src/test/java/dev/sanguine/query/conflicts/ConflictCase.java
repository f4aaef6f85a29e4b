package dev.sanguine.query.conflicts;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.EngineCase;
import dev.sanguine.query.Fault;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.query.state.IntentResult;
import dev.sanguine.query.state.MutationContext;
import org.junit.Before;

/**
 * A client with the feature, a record and a list with versions, and what its requests say: "edit if 1" is one with the
 * precondition that the record has the version 1.
 */
public abstract class ConflictCase extends EngineCase {
  /** The contexts that the mutation function was given, in order. */
  protected final Seq<MutationContext> contexts = new Seq<>();

  protected final Seq<String> keys = new Seq<>();

  @Before
  public void aClientWithConflicts() {
    client = newClient(new QueryClientConfig().features(ConflictsFeature::conflicts));
    cache("record", record(1, "t0", "s0"));
    cache("list", "[" + record(1, "t0", "s0") + ",{'id':2,'title':'x','status':'y','v':1}]");
  }

  protected static String record(int version, String title, String status) {
    return "{'id':1,'title':'" + title + "','status':'" + status + "','v':" + version + "}";
  }

  /** The query of that name, whose records have their versions in the field v. */
  protected final QueryOptions versioned(String name) {
    QueryOptions options = query(name).staleTime(1e9);
    options.version = Versions.by("v");
    return options;
  }

  /** A change of the fields that it is called with, in the record and in the list. */
  protected final MutationOptions edit() {
    return edit("edit");
  }

  protected final MutationOptions edit(String name) {
    return MutationOptions.create()
        .mutationFn((variables, context) -> {
          contexts.add(context);
          keys.add(context.idempotencyKey);
          Object version = context.version();
          return network.send(name + (version == null ? "" : " if " + text(version)), variables);
        })
        .optimistic((intent, variables) -> {
          intent.merge(key("record"), variables);
          intent.merge(key("list"), variables);
          return undefined();
        });
  }

  protected final Object fields(String text) {
    return json("{'id':1," + text + "}");
  }

  protected final Outcome edit(String name, String text) {
    return mutate(edit(name), fields(text));
  }

  /** Refuses the request because the record is this one by now. */
  protected final void refuse(String request, String theirs) {
    Fault fault = Fault.status(412);
    fault.theirs = json(theirs);
    failWith(request, fault);
  }

  /** Refuses it without saying what the record is. */
  protected final void refuse(String request) {
    failWith(request, Fault.status(412));
  }

  protected final void failWith(String request, Object error) {
    world.runMicrotasks();
    network.pending(request).fail(error);
    world.runMicrotasks();
  }

  protected final String sent(String request) {
    world.runMicrotasks();
    return text(network.pending(request).payload);
  }

  protected final IntentsObserver all() {
    return new IntentsObserver(client, undefined());
  }

  protected static String text(IntentsObserver observer) {
    return join(
        observer.getCurrentResult().map(intent -> intent.state + "[" + join(intent.fields) + "]"));
  }

  protected static IntentResult only(IntentsObserver observer) {
    assertEquals(1, observer.getCurrentResult().size());
    return observer.getCurrentResult().get(0);
  }

  /** The three records of an open conflict. */
  protected final String sides(IntentResult conflict) {
    return text(conflict.base) + " " + text(conflict.mine) + " " + text(conflict.theirs);
  }

  protected static Object with(Object record, String name, Object value) {
    return Json.with(record, name, value);
  }
}
