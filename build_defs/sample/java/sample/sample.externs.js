/**
 * @fileoverview The public names of the sample.
 * @externs
 */

/** @const */
var Public = {};

/** @return {string} */
Public.greet = function() {};

/** @return {string} */
Public.name = function() {};
