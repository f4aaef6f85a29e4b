package dev.sanguine.query.pacing;

import dev.sanguine.env.Development;
import dev.sanguine.env.Environment;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;
import dev.sanguine.law.FoldedQuery;
import dev.sanguine.query.MutationRun;
import dev.sanguine.records.RecordIds;
import dev.sanguine.records.RecordShape;

/*
 * One request of several calls.
 *
 * The calls stand in the order in which they were made, and the next is put to those before it, one after the other:
 *
 *     waits      next       is sent
 *     update     update     an update: by the next call's function, with what its option `coalesce` makes of both variables
 *     insert     update     the insert, with the fields of the update over its own
 *     update     delete     the delete
 *     delete     delete     the later one
 *     insert     delete     nothing
 *
 * Any other pair is sent one after the other, and so is a pair of two records, or of two updates with different keys
 * (mutationKey): they may be sent by functions that know nothing of each other's variables. Nothing is merged that was sent
 * before: the server may know it by its idempotency key.
 */
final class Merging {
  /** Whose function sends it; null if nothing is to be sent. */
  MutationRun lead;

  Object variables;
  /** Those that it is made of, in the order of their calls. */
  final Seq<MutationRun> runs = new Seq<>();

  private final Environment env;
  private final Values values;
  private Coalescing kind;
  /** Where each stands is not known, and a function of the app's may add up: nothing is superseded. */
  private boolean isOpaque;

  Merging(MutationRun first) {
    env = first.env;
    values = env.values;
    lead = first;
    variables = first.variables;
    kind = PacingOptions.coalescing(first.owner);
    runs.add(first);
  }

  /** As many of the first so many runs as can be one request with the first of all; at least that. */
  static Merging ofFirst(Seq<MutationRun> runs, int count) {
    Merging merging = new Merging(runs.get(0));
    for (int i = 1; i < count && merging.add(runs.get(i)); i++) {}
    return merging;
  }

  /** True if the calls cancel each other out. */
  boolean isNothing() {
    return lead == null;
  }

  /** Puts the call to those before it. False if it can't be one request with them. */
  boolean add(MutationRun next) {
    Coalescing nextKind = PacingOptions.coalescing(next.owner);
    boolean added = kind != null
        && nextKind != null
        && lead != null
        && isSameRecord(next, nextKind)
        && addOf(next, nextKind);
    if (added) {
      runs.add(next);
    }
    return added;
  }

  private boolean addOf(MutationRun next, Coalescing nextKind) {
    if (nextKind == Coalescing.INSERT) {
      return false;
    }
    if (nextKind == Coalescing.DELETE) {
      lead = kind == Coalescing.INSERT ? null : next;
      variables = next.variables;
      kind = Coalescing.DELETE;
      return true;
    }
    return kind == Coalescing.INSERT
        ? addToInsert(next, nextKind)
        : kind != Coalescing.DELETE && hasSameKey(next) && addToUpdate(next, nextKind);
  }

  private boolean addToInsert(MutationRun next, Coalescing nextKind) {
    return merge(next, nextKind == Coalescing.FUNCTION ? nextKind : Coalescing.MERGE);
  }

  private boolean addToUpdate(MutationRun next, Coalescing nextKind) {
    if (merge(next, nextKind)) {
      lead = next;
      kind = nextKind;
      return true;
    }
    return false;
  }

  private boolean merge(MutationRun next, Coalescing how) {
    Object merged;
    if (how == Coalescing.LATEST) {
      merged = next.variables;
    } else if (how == Coalescing.MERGE) {
      merged = withFieldsOf(next);
    } else {
      isOpaque = true;
      merged = env.errors.attempt(
          () -> PacingOptions.function(next.owner.options).merge(variables, next.variables),
          error -> {
            env.errors.report(
                "mutation " + next.owner.label() + ": coalesce threw"
                    + Development.hint("; the two calls are sent one after the other"),
                error);
            return values.undefined();
          });
      if (values.isUndefined(merged) || env.deferreds.isThenable(merged)) {
        return false;
      }
    }
    if (how == Coalescing.MERGE && values.isUndefined(merged)) {
      return false;
    }
    variables = merged;
    return true;
  }

  /** Undefined if the variables of both are no records. */
  private Object withFieldsOf(MutationRun next) {
    if (!values.isRecord(variables) || !values.isRecord(next.variables)) {
      if (Development.hasTexts()) {
        env.errors.warn("mutation " + next.owner.label()
            + ": coalesce is \"merge\", and its variables are no record; they are sent one after"
            + " the other. Write \"latest\", or a function.");
      }
      return values.undefined();
    }
    if (Development.hasTexts()) {
      warnOfInnerFields(next);
    }
    return values.merged(variables, next.variables);
  }

  /** Fields are merged at the top alone: a record inside is replaced as a whole. */
  private void warnOfInnerFields(MutationRun next) {
    values.names(next.variables).each(name -> {
      Object before = values.field(variables, name);
      Object after = values.field(next.variables, name);
      if (values.isRecord(before)
          && values.isRecord(after)
          && values
              .names(before)
              .some(inner -> values.isUndefined(values.field(after, inner))
                  && !values.names(after).has(inner))) {
        env.errors.warn(
            "mutation " + next.owner.label() + ": coalesce is \"merge\", and its field " + name
                + " is a record, of which fields of the call before are lost. Only the fields at"
                + " the top are merged; write a function for coalesce.");
      }
    });
  }

  private boolean hasSameKey(MutationRun next) {
    Object a = lead.owner.options.mutationKey;
    Object b = next.owner.options.mutationKey;
    return a == null || b == null ? a == b : values.hashKey(a).equals(values.hashKey(b));
  }

  // Records

  private boolean isSameRecord(MutationRun next, Coalescing nextKind) {
    if (nextKind == Coalescing.FUNCTION) {
      // The app's function looks at both, and may keep them apart.
      return true;
    }
    // The variables of a delete may be the id itself; those of a change that are no record may be
    // anything.
    boolean mayBeIds = kind == Coalescing.DELETE || nextKind == Coalescing.DELETE;
    Object a = idOf(lead, variables, mayBeIds);
    Object b = idOf(next, next.variables, mayBeIds);
    return a == null || b == null || RecordIds.same(values, a, b);
  }

  private Object idOf(MutationRun run, Object of, boolean mayBeId) {
    if (values.isRecord(of)) {
      Object id = shapeOf(run).idOf(values, of);
      return id == null || values.isUndefined(id) ? null : id;
    }
    return mayBeId && (of instanceof String || of instanceof Number) ? of : null;
  }

  /** How records stand in the queries that it changes: in the first that says so. */
  private static RecordShape shapeOf(MutationRun run) {
    FoldedQuery told = run.intent == null
        ? null
        : run.intent.touched.first(query -> query.shape() != RecordShape.USUAL);
    return told == null ? RecordShape.USUAL : told.shape();
  }

  /**
   * The calls whose fields are all in later ones: sent again they would say nothing more. So they need not be listed when the
   * request has failed.
   */
  Seq<MutationRun> superseded() {
    if (isOpaque || kind == Coalescing.INSERT) {
      return new Seq<>();
    }
    OrderedSet<String> later = new OrderedSet<>();
    Seq<MutationRun> found = new Seq<>();
    for (int i = runs.size() - 1; i >= 0; i--) {
      MutationRun run = runs.get(i);
      Seq<String> fields = values.names(run.variables);
      if (run != lead && (kind != Coalescing.MERGE || !fields.some(field -> !later.has(field)))) {
        found.add(run);
      }
      fields.each(later::add);
    }
    return found;
  }
}
