/** Changes that somebody else was faster than, and changes of several records that are taken in part. */
package dev.sanguine.query.conflicts;
