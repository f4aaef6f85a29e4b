/**
 * The lists that a person can be shown: which changes are not saved yet, what they touch, why they wait, what has failed.
 * Begin with {@link dev.sanguine.query.pending.IntentsObserver}. {@link dev.sanguine.query.pending.EngineListener} hears what
 * the engine does, and {@link dev.sanguine.query.pending.EngineProbe} is all that the log of events may ask it. The engine
 * works the same if nobody uses this room.
 */
package dev.sanguine.query.pending;
