/** States that go through text: a page that is left and rendered anew, storage, other tabs. */
package dev.sanguine.query.reload;
