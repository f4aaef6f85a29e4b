package dev.sanguine.client;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import org.jspecify.annotations.Nullable;

/** What a server has not taken of a change of several records. Immutable: each method gives an outcome with that too. */
public final class PartialOutcome {
  private static final PartialOutcome NOTHING = new PartialOutcome(new Seq<>(), new Seq<>(), null);

  private final Seq<Object> ids;
  private final Seq<@Nullable Object> errors;
  private final @Nullable Object answer;

  private PartialOutcome(Seq<Object> ids, Seq<@Nullable Object> errors, @Nullable Object answer) {
    this.ids = ids;
    this.errors = errors;
    this.answer = answer;
  }

  /**
   * Nothing failed so far.
   *
   * @return the outcome
   */
  public static PartialOutcome taken() {
    return NOTHING;
  }

  /**
   * The record with this id was not changed.
   *
   * @param id its id
   * @param error why; null if that is not known
   * @return the outcome with that too
   */
  public PartialOutcome failed(Object id, @Nullable Object error) {
    Seq<Object> moreIds = ids.copy();
    Seq<@Nullable Object> moreErrors = errors.copy();
    moreIds.add(Plain.of(id));
    moreErrors.add(error);
    return new PartialOutcome(moreIds, moreErrors, answer);
  }

  /**
   * What the mutation brings, if its request ended with an error.
   *
   * @param answer that answer
   * @return the outcome with that too
   */
  public PartialOutcome answer(@Nullable Object answer) {
    return new PartialOutcome(ids, errors, answer);
  }

  /** The engine's form. */
  Object raw() {
    Seq<Object> failed = new Seq<>();
    for (int i = 0; i < ids.size(); i++) {
      failed.add(Json.object("id", ids.get(i), "error", errors.get(i)));
    }
    return Json.object("failed", Json.arrayOf(failed), "answer", answer);
  }
}
