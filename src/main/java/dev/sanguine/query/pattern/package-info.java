/**
 * The documented pattern, right as it stands: an app cancels, reads a snapshot, writes, and puts the snapshot back if its
 * mutation fails. Putting a snapshot back means "take my write out". Begin with {@link
 * dev.sanguine.query.pattern.HandWrites}, which has the idea; {@link dev.sanguine.query.pattern.RunningCallbacks} knows whose
 * callback writes, {@link dev.sanguine.query.pattern.WriteHistory} what was written. Values are merged by {@code records}.
 * Nothing is kept while no mutation is under way.
 */
package dev.sanguine.query.pattern;
