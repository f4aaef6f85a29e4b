/** What the helpers of an intent make of lists, pages and records, and over which records an answer is written. */
package dev.sanguine.query.helpers;
