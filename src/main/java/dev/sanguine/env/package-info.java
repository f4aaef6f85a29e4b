/**
 * The one way in for everything outside: time, timers, microtasks, randomness, the network's state, focus, values, failures,
 * promises. Nothing else of the engine knows on which runtime it is.
 *
 * <p>Begin with {@link dev.sanguine.env.Environment}, which holds them all; a test makes one with a virtual clock. The
 * collections ({@link dev.sanguine.env.Seq}, {@link dev.sanguine.env.Table}, {@link dev.sanguine.env.OrderedSet}) are
 * JavaScript's own in the browser: what an app hands over is used as it is, and java.util would weigh more than the engine.
 *
 * <p>A class that is missing in this folder is in src/main/jvm and in src/main/browser, once for each runtime. This package
 * uses no other.
 */
package dev.sanguine.env;
