/**
 * Plain documents: reading, making and writing JSON without reflection. On the JVM records of a program are documents too.
 * Begin with {@code Json}, which is in src/main/jvm and in src/main/browser. Uses {@code env} alone.
 */
package dev.sanguine.json;
