/**
 * @fileoverview Names that the build itself needs.
 * @externs
 */

/**
 * What a bundle exports, by name; declared by the wrapper around the output.
 * @const {!Object<string, *>}
 */
var $x;

// Browser classes that elemental2-dom names and Closure's own externs lack.

/** @constructor */
function CSSStyleValue() {}

/** @constructor */
function CustomStateSet() {}

/** @constructor */
function EventCounts() {}

/** @constructor */
function StylePropertyMapReadOnly() {}
