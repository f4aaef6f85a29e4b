/**
 * Drafts: what a person has typed into a form and not saved yet. Begin with {@link dev.sanguine.query.drafts.DraftObserver};
 * {@link dev.sanguine.query.drafts.Draft} has the rules. A module of its own that needs nothing of a client but what is there.
 */
package dev.sanguine.query.drafts;
