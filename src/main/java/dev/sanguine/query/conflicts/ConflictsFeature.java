package dev.sanguine.query.conflicts;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.state.Conflict;
import jsinterop.annotations.JsType;

/** The feature {@code conflicts}: {@code new QueryClient({ features: [conflicts] })}. */
@JsType
public final class ConflictsFeature {
  private ConflictsFeature() {}

  /** The client settles conflicts, and changes that are taken in part, from now on. */
  public static void conflicts(QueryClient client) {
    ClientConflicts.install(client);
  }

  /** What is known of the conflict that a mutation has failed with; null if the error stands for none. */
  public static Conflict conflictOf(Object error) {
    return ClientConflicts.of(error);
  }

  /**
   * The option {@code settle} for servers that answer a change of several documents with {@code docs}, those that they took, and
   * one {@code { id, message }} in {@code "errors"} for each that they did not, as Payload does: in the answer, or in the body
   * of an error.
   */
  public static Object settleDocs(Object answer, Object variables, Object error) {
    Environment env = Environment.standard();
    Values values = env.values;
    Seq<Object> places = Seq.of(answer, error);
    Object response = env.errors.member(error, "response");
    // Where HTTP clients leave the body of an answer that they make an error of.
    Seq.of("data", "body", "json").each(name -> {
      places.add(env.errors.member(error, name));
      places.add(env.errors.member(response, name));
    });
    Object body = places.first(place -> place != null
        && !values.isUndefined(place)
        && values.isList(env.errors.member(place, "docs"))
        && values.isList(env.errors.member(place, "errors")));
    if (body == null || values.isUndefined(body)) {
      return values.undefined();
    }
    Seq<Object> errors = values.items(env.errors.member(body, "errors"));
    Object failed = values.listOf(
        errors.map(one -> values.with(values.record("id", values.field(one, "id")), "error", one)));
    return values.with(values.record("failed", failed), "answer", body);
  }
}
