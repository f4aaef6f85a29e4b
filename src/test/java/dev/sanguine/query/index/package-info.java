/** Which queries and mutations filters mean, and how they are found. */
package dev.sanguine.query.index;
