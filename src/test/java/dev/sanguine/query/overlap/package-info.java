/**
 * A value that comes while a change is pending, or just after: it may hold the change or not. Nothing shows twice, nothing is
 * lost, nothing jumps back.
 */
package dev.sanguine.query.overlap;
