package dev.sanguine.log;

import dev.sanguine.query.QueryClient;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/** What a replay may use besides the log. */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class ReplayOptions {
  /** Functions that were registered here by setMutationDefaults are run if the log has opaque ones. */
  public QueryClient client;
}
