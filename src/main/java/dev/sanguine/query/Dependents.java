package dev.sanguine.query;

/** Mutations that are about records which other mutations are still making; see {@link TemporaryIds}. */
abstract class Dependents {
  /**
   * The variables with the ids that are known by now. Where one is not, the mutation waits for it. Throws where the
   * record's mutation has failed.
   */
  abstract Object await(Mutation mutation, Object variables);

  /** What the answer makes of a value, the server's id in the place of the temporary one. */
  abstract Updater answer(Mutation mutation, Object data, Updater answer);

  /** The mutation has its final answer: those that wait for it go on, or fail with it. */
  abstract void settled(Mutation mutation, boolean success, Object dataOrError);
}
