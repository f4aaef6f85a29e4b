/** The list of changes that are not saved yet, and of those that failed. */
package dev.sanguine.query.pending;
