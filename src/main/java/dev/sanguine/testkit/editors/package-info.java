/**
 * Several editors of the same records: preconditions, conflicts that are merged and conflicts that a person decides, changes
 * that are taken in part, and requests that arrive late. Random schedules are judged by what the server held, and by what
 * each person had seen.
 */
package dev.sanguine.testkit.editors;
