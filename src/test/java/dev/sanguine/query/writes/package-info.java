/** What an app writes by hand while changes are pending. */
package dev.sanguine.query.writes;
