package dev.sanguine.query.fetching;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.env.Values;
import java.util.Iterator;

/** Reads what comes piece by piece: async iterables in JavaScript, iterables on the JVM. */
final class Streams {
  /** Takes a chunk; false ends the reading. */
  interface Reader {
    boolean chunk(Object chunk);
  }

  private Streams() {}

  /** The list with one more item. */
  static Object appended(Values values, Object list, Object item) {
    Seq<Object> all = values.items(list);
    all.add(item);
    return values.listOf(all);
  }

  /** Opens the stream and reads it to its end, each chunk in a microtask of its own; gives what {@code end} gives then. */
  static Thenable<Object> read(Environment env, Supply open, Reader reader, Supply end) {
    return env.deferreds.create((resolve, reject) -> env.deferreds
        .resolve(open.get())
        .done(
            stream -> env.errors.guard(
                () -> step(env, ((Iterable<?>) stream).iterator(), reader, end, resolve, reject),
                reject),
            reject));
  }

  private static void step(
      Environment env,
      Iterator<?> chunks,
      Reader reader,
      Supply end,
      Listener<Object> resolve,
      Listener<Object> reject) {
    if (!chunks.hasNext()) {
      resolve.on(end.get());
      return;
    }
    env.deferreds
        .resolve(chunks.next())
        .done(
            chunk -> env.errors.guard(
                () -> {
                  if (reader.chunk(chunk)) {
                    step(env, chunks, reader, end, resolve, reject);
                  } else {
                    resolve.on(end.get());
                  }
                },
                reject),
            reject);
  }
}
