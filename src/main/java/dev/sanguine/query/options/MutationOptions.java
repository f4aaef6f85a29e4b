package dev.sanguine.query.options;

import dev.sanguine.query.Outcomes;
import dev.sanguine.query.callbacks.Changes;
import dev.sanguine.query.callbacks.Coalesce;
import dev.sanguine.query.callbacks.ConflictOf;
import dev.sanguine.query.callbacks.Convert;
import dev.sanguine.query.callbacks.Merge;
import dev.sanguine.query.callbacks.MutationFunction;
import dev.sanguine.query.callbacks.Narrow;
import dev.sanguine.query.callbacks.OnConflict;
import dev.sanguine.query.callbacks.OnError;
import dev.sanguine.query.callbacks.OnMutate;
import dev.sanguine.query.callbacks.OnSettled;
import dev.sanguine.query.callbacks.OnSuccess;
import dev.sanguine.query.callbacks.Optimistic;
import dev.sanguine.query.callbacks.OutcomeOf;
import dev.sanguine.query.callbacks.Resync;
import dev.sanguine.query.callbacks.SettleBy;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** All options of mutations and of their observers. Times are milliseconds; absent members are null. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class MutationOptions extends RetryOptions {
  public MutationFunction mutationFn;
  public Object mutationKey;
  /** What the mutation changes at once, taken back by itself when it fails. */
  public Optimistic optimistic;
  /**
   * Where the one fetch goes that follows the last of the changes: true, to what was changed (by default); false, nowhere;
   * a key or {@link QueryFilters}, to those queries; or a {@link Resync} that says so when the answer is there.
   */
  public Object resync;
  /**
   * Says of an error what became of the request: "unknown" if the server may have done the change, "failed" if it has not.
   * If it says neither, the error decides: see {@link Outcomes}.
   */
  public OutcomeOf outcome;
  /** Says of an error if somebody else was first; by default one of status 409 or 412 says so. */
  public ConflictOf conflict;
  /** Decides what becomes of a change that somebody else was faster than; by default it is merged by field. */
  public OnConflict onConflict;
  /** Says what failed of a change of several records that was taken in part. */
  public SettleBy settle;
  /** The variables for one of several records, so that it can be sent again alone; by default their lists are narrowed. */
  public Narrow narrow;
  /** Makes the value of the answer; by default an answer with the id of a record is written over that record. */
  public Merge merge;

  public OnMutate onMutate;
  public OnSuccess onSuccess;
  public OnError onError;
  public OnSettled onSettled;
  /** How long a settled mutation is kept; 300000 by default. */
  public Object gcTime;

  public Object meta;
  public MutationScope scope;
  /**
   * What becomes of the changes of this scope that wait for their turn: "latest", "merge", "insert", "delete", or a {@link
   * Coalesce}. Needs the feature {@code pacing}, and a scope.
   */
  public Object coalesce;
  /** The request waits until no further change of this scope has come for so many ms: a number, or a {@link DebounceOption}. */
  public Object debounce;
  /** The request waits for so many ms, in which the change can be undone: a number, or a {@link HoldOption}. */
  public Object hold;

  public Object throwOnError;
  public Object _defaulted;

  @JsOverlay
  public static MutationOptions create() {
    return new MutationOptions();
  }

  @JsOverlay
  public final MutationOptions mutationFn(MutationFunction mutationFn) {
    this.mutationFn = mutationFn;
    return this;
  }

  @JsOverlay
  public final MutationOptions mutationKey(Object key) {
    this.mutationKey = key;
    return this;
  }

  @JsOverlay
  @SuppressWarnings("overloads")
  public final MutationOptions optimistic(Optimistic optimistic) {
    this.optimistic = optimistic;
    return this;
  }

  @JsOverlay
  public final MutationOptions outcome(OutcomeOf outcome) {
    this.outcome = outcome;
    return this;
  }

  @JsOverlay
  public final MutationOptions conflict(ConflictOf conflict) {
    this.conflict = conflict;
    return this;
  }

  @JsOverlay
  public final MutationOptions onConflict(OnConflict onConflict) {
    this.onConflict = onConflict;
    return this;
  }

  @JsOverlay
  public final MutationOptions settle(SettleBy settle) {
    this.settle = settle;
    return this;
  }

  @JsOverlay
  public final MutationOptions narrow(Narrow narrow) {
    this.narrow = narrow;
    return this;
  }

  /** The same for a function that returns nothing. */
  @JsOverlay
  @SuppressWarnings("overloads")
  public final MutationOptions optimistic(Changes changes) {
    this.optimistic = (intent, variables) -> {
      changes.write(intent, variables);
      return null;
    };
    return this;
  }

  @JsOverlay
  public final MutationOptions resync(boolean on) {
    this.resync = on;
    return this;
  }

  /** The fetch that follows goes to these queries: a key, or {@link QueryFilters}. */
  @JsOverlay
  public final MutationOptions resync(Object target) {
    this.resync = target;
    return this;
  }

  @JsOverlay
  public final MutationOptions resync(Resync target) {
    this.resync = target;
    return this;
  }

  @JsOverlay
  public final MutationOptions onMutate(OnMutate onMutate) {
    this.onMutate = onMutate;
    return this;
  }

  @JsOverlay
  public final MutationOptions onSuccess(OnSuccess onSuccess) {
    this.onSuccess = onSuccess;
    return this;
  }

  @JsOverlay
  public final MutationOptions onError(OnError onError) {
    this.onError = onError;
    return this;
  }

  @JsOverlay
  public final MutationOptions onSettled(OnSettled onSettled) {
    this.onSettled = onSettled;
    return this;
  }

  @JsOverlay
  public final MutationOptions retry(int times) {
    this.retry = (double) times;
    return this;
  }

  @JsOverlay
  public final MutationOptions retryDelay(double milliseconds) {
    this.retryDelay = milliseconds;
    return this;
  }

  @JsOverlay
  public final MutationOptions networkMode(String mode) {
    this.networkMode = mode;
    return this;
  }

  @JsOverlay
  public final MutationOptions gcTime(double milliseconds) {
    this.gcTime = milliseconds;
    return this;
  }

  @JsOverlay
  public final MutationOptions coalesce(String how) {
    this.coalesce = how;
    return this;
  }

  @JsOverlay
  public final MutationOptions coalesce(Coalesce how) {
    this.coalesce = how;
    return this;
  }

  @JsOverlay
  public final MutationOptions debounce(double milliseconds) {
    this.debounce = milliseconds;
    return this;
  }

  @JsOverlay
  public final MutationOptions hold(double milliseconds) {
    this.hold = milliseconds;
    return this;
  }

  /** Mutations of one scope run one after the other. */
  @JsOverlay
  public final MutationOptions scope(String id) {
    return scopeOf(id);
  }

  /** The same by the variables of each call. */
  @JsOverlay
  public final MutationOptions scopeBy(Convert idOf) {
    return scopeOf(idOf);
  }

  @JsOverlay
  private MutationOptions scopeOf(Object id) {
    MutationScope scope = new MutationScope();
    scope.id = id;
    this.scope = scope;
    return this;
  }
}
