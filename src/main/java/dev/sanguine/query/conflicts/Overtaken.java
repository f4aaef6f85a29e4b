package dev.sanguine.query.conflicts;

/** Thrown in the place of a request: the page knows already that somebody else has changed the same. */
final class Overtaken {}
