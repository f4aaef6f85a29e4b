/**
 * People who type into forms, while lists are fetched and sorted again, saves are answered, refused and lost, and somebody
 * else changes the same records. Random schedules are judged by one rule: what was typed is what the form shows until it is
 * saved or discarded, and what the server is sent. Begin with {@link dev.sanguine.testkit.forms.FormSimulation}; {@link
 * dev.sanguine.testkit.forms.TypedText} is the judge of one field.
 */
package dev.sanguine.testkit.forms;
