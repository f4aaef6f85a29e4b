/** Values alone: how what was written is carried over to another value, and whether a value holds a change. */
package dev.sanguine.records;
