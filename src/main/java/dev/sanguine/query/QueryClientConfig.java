package dev.sanguine.query;

import dev.sanguine.env.Environment;
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

  @JsOverlay
  public final QueryClientConfig environment(Environment environment) {
    this.environment = environment;
    return this;
  }

  @JsOverlay
  public final QueryClientConfig defaultOptions(DefaultOptions defaultOptions) {
    this.defaultOptions = defaultOptions;
    return this;
  }
}
