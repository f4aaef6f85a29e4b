/**
 * Records in plain data: found by id in a value or in its lists, changed, compared and merged.
 *
 * <p>Everything here is a pure function of values, which it sees as {@link dev.sanguine.env.Documents}. It may use {@code
 * env} and {@code json}, and nothing of queries. Begin with {@link dev.sanguine.records.RecordShape}, which says how records
 * stand in a value, and {@link dev.sanguine.records.RecordHelpers}, which changes them. {@link
 * dev.sanguine.records.Containment} tells if a value already contains a change, {@link dev.sanguine.records.ThreeWay}
 * carries what a write did over to another value.
 */
package dev.sanguine.records;
