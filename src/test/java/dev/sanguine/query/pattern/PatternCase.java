package dev.sanguine.query.pattern;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Updater;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Outcome;
import dev.sanguine.query.callbacks.OnError;
import dev.sanguine.query.callbacks.OnMutate;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import org.junit.Before;

/**
 * The words of the tests of the documented pattern: cancel, read the snapshot, write, put the snapshot back in onError. What
 * is expected is what the mutations that have not failed make of the value that was there first, in their order.
 */
public abstract class PatternCase extends LawCase {
  /** The option of the client that says what the writes mean. */
  protected String onMutateWrites() {
    return HandWrites.ROLLBACK;
  }

  @Before
  public final void aClientOfThatOption() {
    client = newClient(new QueryClientConfig().onMutateWrites(onMutateWrites()));
  }

  /** The pattern as the guide has it, without the fetch at its end. */
  protected final MutationOptions pattern(String name, String cached, Updater updater) {
    return plain(name).onMutate(cancelAndWrite(cached, updater)).onError(putBack(cached));
  }

  /** Cancels, reads, writes by a function, and hands the snapshot on. */
  protected final OnMutate cancelAndWrite(String cached, Updater updater) {
    return (variables, context) -> client
        .cancelQueries(prefix(cached), null)
        .then(done -> readAndWrite(cached, updater), null);
  }

  protected final Seq<Object> readAndWrite(String cached, Updater updater) {
    Object previous = client.getQueryData(key(cached));
    client.setQueryData(key(cached), updater, null);
    return Seq.of(previous);
  }

  protected final OnError putBack(String cached) {
    return (error, variables, onMutateResult, context) ->
        client.setQueryData(key(cached), snapshot(onMutateResult), null);
  }

  /** What {@link #readAndWrite} has handed on. */
  protected static Object snapshot(Object context) {
    return ((Seq<?>) context).get(0);
  }

  /** It begins, and all happens that needs no answer. */
  protected final Outcome start(MutationOptions options) {
    return start(options, undefined());
  }

  protected final Outcome start(MutationOptions options, Object variables) {
    Outcome outcome = mutate(options, variables);
    settle();
    return outcome;
  }

  // What a function makes of a value, as apps write it

  protected static Updater set(String field, Object value) {
    return old -> Json.with(old, field, value);
  }

  /** Writes all fields of a record over the old one. */
  protected final Updater fields(String fields) {
    return old -> env.values.merged(old, json(fields));
  }

  protected static Updater add(String field, double amount) {
    return old -> Json.with(old, field, Json.number(old, field) + amount);
  }

  protected static Updater toggle(String field) {
    return old -> Json.with(old, field, !Json.bool(old, field));
  }

  protected final Updater append(String item) {
    return old -> {
      Seq<Object> items = Json.items(old);
      items.add(json(item));
      return Json.arrayOf(items);
    };
  }

  protected final Updater prepend(String item) {
    return old -> {
      Seq<Object> items = Json.items(old);
      items.insert(0, json(item));
      return Json.arrayOf(items);
    };
  }

  protected static Updater without(double id) {
    return old -> Json.arrayOf(Json.items(old).filter(item -> Json.number(item, "id") != id));
  }

  /** Makes something else of the record of that id. */
  protected static Updater each(double id, Updater updater) {
    return old -> Json.arrayOf(
        Json.items(old).map(item -> Json.number(item, "id") == id ? updater.update(item) : item));
  }
}
