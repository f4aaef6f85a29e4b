package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Thenable;
import java.util.Iterator;

/** Reads what comes piece by piece: async iterables in JavaScript, iterables on the JVM. */
final class Streams {
  /** Takes a chunk; false ends the reading. */
  interface Reader {
    boolean chunk(Object chunk);
  }

  private Streams() {}

  /** Fulfilled when the stream has ended; each chunk comes in a microtask of its own. */
  static Thenable<Object> each(Environment env, Object stream, Reader reader) {
    return step(env, ((Iterable<?>) stream).iterator(), reader);
  }

  private static Thenable<Object> step(Environment env, Iterator<?> chunks, Reader reader) {
    if (!chunks.hasNext()) {
      return env.deferreds.resolve(null);
    }
    return env.deferreds.<Object>resolve(chunks.next())
        .then(chunk -> reader.chunk(chunk) ? step(env, chunks, reader) : null, null);
  }
}
