/**
 * What a client does about changes that somebody else was faster than, and about changes of several records that the server
 * takes in part: the feature {@code conflicts}.
 *
 * <p>A server that is told which version of a record a change was made on refuses the change if the record is another by
 * now. Then there are three records: the one that the person saw (base), that with his change (mine), and the server's
 * (theirs). {@link dev.sanguine.query.conflicts.Track} keeps the first two, {@link dev.sanguine.query.conflicts.Refusal}
 * finds the third and decides, {@link dev.sanguine.query.conflicts.FieldMerge} merges them. {@link
 * dev.sanguine.query.conflicts.ClientConflicts} ties them to the engine.
 */
package dev.sanguine.query.conflicts;
