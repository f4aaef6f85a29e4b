package dev.sanguine.query.drafts;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;

/**
 * Which fields an error is about. Payload answers {@code errors}, each with {@code data.errors}, or a {@code path} itself.
 * That body is looked for where the usual HTTP clients leave it, and in the error itself.
 */
final class FieldErrors {
  private static final Seq<String> BODIES = Seq.of("data", "body", "json");
  private static final String ERRORS = "errors";

  private final Environment env;
  /** The messages by path. */
  final Table<String, Object> byPath = new Table<>();

  FieldErrors(Environment env) {
    this.env = env;
  }

  /** Reads what the option says of the error, or else what the error says itself. */
  FieldErrors read(ErrorsOf option, Object error) {
    if (option != null) {
      readAll(env.errors.attempt(() -> option.errors(error), thrown -> {
        env.errors.report("draft: the option errors threw", thrown);
        return null;
      }));
      return this;
    }
    Object response = member(error, "response");
    readAll(member(error, ERRORS));
    for (int i = 0; i < BODIES.size() && byPath.size() == 0; i++) {
      readAll(member(member(error, BODIES.get(i)), ERRORS));
      readAll(member(member(response, BODIES.get(i)), ERRORS));
    }
    return this;
  }

  private void readAll(Object list) {
    if (list == null || !env.values.isList(list)) {
      return;
    }
    env.values.items(list).each(one -> {
      Object path = member(one, "path");
      if (path instanceof String && !((String) path).isEmpty()) {
        if (!byPath.has((String) path)) {
          byPath.put((String) path, member(one, "message"));
        }
      } else {
        readAll(member(member(one, "data"), ERRORS));
      }
    });
  }

  private Object member(Object of, String name) {
    if (of == null || env.values.isUndefined(of)) {
      return null;
    }
    return env.values.isRecord(of) && env.values.names(of).has(name)
        ? env.values.field(of, name)
        : env.errors.member(of, name);
  }

  /** What the error says as a whole. */
  Object whole(Object error) {
    Object message = member(error, "message");
    return message == null || env.values.isUndefined(message) ? String.valueOf(error) : message;
  }
}
