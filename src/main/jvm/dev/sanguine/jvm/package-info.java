/**
 * Clients on the JVM: a world with the system's clock and a thread of its own ({@link dev.sanguine.jvm.JvmEnvironment}), a
 * client for every thread ({@link dev.sanguine.jvm.JvmClient}), and what values and failures are to a JVM program.
 */
@NullMarked
package dev.sanguine.jvm;

import org.jspecify.annotations.NullMarked;
