/**
 * Virtual time, a scripted network, and the simulator that plays random schedules against the engine. Published: a program
 * tests its own client logic with {@link dev.sanguine.testkit.VirtualEnvironment} and {@link
 * dev.sanguine.testkit.ScriptedNetwork}, to the last microtask and without waiting.
 *
 * <p>The simulator begins in {@link dev.sanguine.testkit.Simulation}: one seed makes one schedule of what people, servers and
 * networks do, and the {@code Oracle} says after each step what has to be shown. A schedule that goes wrong is printed as a
 * test. It may use every package of the engine.
 */
package dev.sanguine.testkit;
