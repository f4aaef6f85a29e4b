package dev.sanguine.query;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.law.Intent;
import dev.sanguine.query.options.MutationOptions;

/** The words of the tests of the law: mutations that change the query ["name"] by one helper each. */
public abstract class LawCase extends EngineCase {
  /** Writes one change down, by one of an intent's helpers. */
  protected interface Helper {
    void on(Intent intent, Object key);
  }

  /** A mutation that sends a request of this name and changes the query ["cached"] by a helper. */
  protected final MutationOptions with(String name, String cached, Helper helper) {
    return change(name, (intent, variables) -> {
      helper.on(intent, key(cached));
      return undefined();
    });
  }

  protected final MutationOptions merge(String name, String cached, String fields) {
    return with(name, cached, (intent, key) -> intent.merge(key, json(fields)));
  }

  /** Adds 1 to the field {@code n} of the record. */
  protected final MutationOptions increment(String name, String cached) {
    return with(name, cached, (intent, key) -> intent.increment(key, "n", 1));
  }

  protected final MutationOptions append(String name, String cached, String item) {
    return with(name, cached, (intent, key) -> intent.append(key, json(item)));
  }

  protected final MutationOptions prepend(String name, String cached, String item) {
    return with(name, cached, (intent, key) -> intent.prepend(key, json(item)));
  }

  protected final MutationOptions remove(String name, String cached, Object id) {
    return with(name, cached, (intent, key) -> intent.remove(key, id));
  }

  /** Sets a field of the record by a function, as most apps write it. */
  protected final MutationOptions assign(String name, String cached, String field, Object value) {
    return with(
        name, cached, (intent, key) -> intent.update(key, old -> Json.with(old, field, value)));
  }

  /** Makes the record that it is called with at the end of the list, under a temporary id. */
  protected final MutationOptions create(String name, String cached) {
    return change(name, (intent, record) -> {
      TemporaryIds.temporary(intent, Json.get(record, "id"), null);
      intent.append(key(cached), record);
      return undefined();
    });
  }

  /** Writes what it is called with over the record of that id. */
  protected final MutationOptions patch(String name, String cached) {
    return change(name, (intent, fields) -> {
      intent.merge(key(cached), fields);
      return undefined();
    });
  }

  /** A mutation without a change. */
  protected final MutationOptions plain(String name) {
    return MutationOptions.create()
        .mutationFn((variables, context) -> network.send(name, variables));
  }

  /** What a callback does that writes its name down. */
  protected final Object hear(Seq<String> heard, String name) {
    heard.add(name);
    return undefined();
  }

  /** The mutation that was made in this place, from 0, of those that are in the client's cache. */
  protected final Mutation mutationAt(int place) {
    return client.getMutationCache().getAll().get(place);
  }

  protected final String sent(String request) {
    return text(network.last(request).payload);
  }

  /** The query's fetch is sent once more; its answer is for the test to give. */
  protected final void refetch(String name) {
    client.refetchQueries(key(name), null);
    settle();
  }
}
