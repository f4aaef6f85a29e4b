/**
 * A typed client of Payload CMS's REST API over a small {@link dev.sanguine.payload.Http} interface.
 *
 * <p>{@link dev.sanguine.payload.PayloadClient} is the way in. Records are plain documents ({@link
 * dev.sanguine.json.Json}) or, with a {@link dev.sanguine.payload.Decoder}, types of the program's own; whatever goes
 * wrong is one {@link dev.sanguine.payload.PayloadError}. Nothing in an answer is trusted before it was looked at.
 */
package dev.sanguine.payload;
