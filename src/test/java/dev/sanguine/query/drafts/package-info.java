/** What a person has typed and not saved: whatever happens around it, no keystroke is lost. */
package dev.sanguine.query.drafts;
