package dev.sanguine.query.options;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.query.Feature;
import dev.sanguine.query.MutationCache;
import dev.sanguine.query.QueryCache;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a client is made of; all members are optional in JavaScript, the environment is needed on the JVM. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class QueryClientConfig {
  public QueryCache queryCache;
  public MutationCache mutationCache;
  public DefaultOptions defaultOptions;

  @SuppressWarnings("unusable-by-js")
  public Environment environment;
  /**
   * What the writes of the documented pattern (setQueryData in onMutate, the snapshot put back in onError) mean. "rollback",
   * the default: a snapshot that is put back takes the mutation's own writes out and leaves those of others. "intents": the
   * same, and a write of onMutate is a change of its mutation until that settles, so that no fetch hides it. "plain": values,
   * as in query-core.
   */
  public String onMutateWrites;
  /** What the client can do besides: records, pacing, conflicts. */
  public Seq<Feature> features;

  @JsOverlay
  public final QueryClientConfig features(Feature... features) {
    this.features = Seq.of(features);
    return this;
  }

  @JsOverlay
  public final QueryClientConfig environment(Environment environment) {
    this.environment = environment;
    return this;
  }

  @JsOverlay
  public final QueryClientConfig onMutateWrites(String onMutateWrites) {
    this.onMutateWrites = onMutateWrites;
    return this;
  }

  @JsOverlay
  public final QueryClientConfig defaultOptions(DefaultOptions defaultOptions) {
    this.defaultOptions = defaultOptions;
    return this;
  }
}
