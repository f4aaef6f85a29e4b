/**
 * The log of events: what became of every intent and every confirmed value, as data that can be written down, sent with a
 * report of a fault, and played again ({@link dev.sanguine.log.Replay}). No part of the engine: it hears and asks through
 * {@code dev.sanguine.query.pending}. Begin with {@link dev.sanguine.log.EventLog}; docs/events.md has each event.
 */
package dev.sanguine.log;
