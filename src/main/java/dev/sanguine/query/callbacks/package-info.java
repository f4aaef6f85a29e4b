/**
 * The functions that an app gives, one interface each, with the names of what they are called with. In the browser they are
 * JavaScript functions. An absent one is null; who calls it asks for that.
 */
package dev.sanguine.query.callbacks;
