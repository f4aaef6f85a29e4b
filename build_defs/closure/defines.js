/**
 * @fileoverview Values that a build sets. Java reads them through System.getProperty; on the JVM
 * they are system properties.
 */
goog.provide('sanguine.defines');

/** @define {boolean} Whether this is a development build: long error texts, checks that cost. */
sanguine.dev = goog.define('sanguine.dev', false);
