/**
 * The feature {@code records}: one change of a record shows in every query that holds the record.
 *
 * <p>Begin with {@link dev.sanguine.query.records.RecordIndex}, which knows the queries by their records. {@link
 * dev.sanguine.query.records.KnownRecord} tells what is known of one record while changes of it are under way. What a change
 * makes of a list is a pure function, in {@code dev.sanguine.records}.
 *
 * <p>Only a client that was made with the feature has this; the rest of the engine sees {@code law.RecordQueries} alone.
 */
package dev.sanguine.query.records;
