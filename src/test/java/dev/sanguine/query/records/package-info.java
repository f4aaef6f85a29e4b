/** The feature {@code records}: one change of a record, in every list and detail that shows it. */
package dev.sanguine.query.records;
