package dev.sanguine.query.drafts;

import dev.sanguine.query.callbacks.MutationFunction;
import dev.sanguine.query.options.MutationOptions;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** Which record a form edits, and how it is saved. Absent members are null. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class DraftOptions {
  /** The query that shows the record: its data is the record, or holds it under {@link #id}. */
  public Object queryKey;
  /** The type of the record, as {@code intent.record} names it. All drafts of one type and id are one draft. */
  public String record;

  public Object id;
  /** How it is saved: {@link MutationOptions}, or only the {@link MutationFunction}. */
  public Object mutation;
  /** By default the fields, and the id beside them. */
  public VariablesOf variables;
  /** By default what Payload says of fields. */
  public ErrorsOf errors;

  @JsOverlay
  public static DraftOptions of(Object queryKey) {
    DraftOptions options = new DraftOptions();
    options.queryKey = queryKey;
    return options;
  }

  @JsOverlay
  public final DraftOptions record(String type, Object id) {
    record = type;
    this.id = id;
    return this;
  }

  @JsOverlay
  public final DraftOptions id(Object id) {
    this.id = id;
    return this;
  }

  @JsOverlay
  public final DraftOptions mutation(MutationOptions mutation) {
    this.mutation = mutation;
    return this;
  }

  @JsOverlay
  public final DraftOptions variables(VariablesOf variables) {
    this.variables = variables;
    return this;
  }

  @JsOverlay
  public final DraftOptions errors(ErrorsOf errors) {
    this.errors = errors;
    return this;
  }
}
