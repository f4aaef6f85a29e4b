/**
 * The feature pacing: when the requests of mutations leave, and which of them leave as one. Begin with {@link
 * dev.sanguine.query.pacing.Pacer}. {@link dev.sanguine.query.pacing.Merging} says which calls become one request, and {@link
 * dev.sanguine.query.pacing.SharedRequest} is that request. A client has it only if its program asks for it.
 */
package dev.sanguine.query.pacing;
