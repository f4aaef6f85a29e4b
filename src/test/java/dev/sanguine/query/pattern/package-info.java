/**
 * The pattern of TanStack Query's guide: cancel, read a snapshot, write, put the snapshot back in {@code onError}. Begin with
 * {@link dev.sanguine.query.pattern.DocumentedPatternTest}. A class that ends in {@code *AsIntentsTest} runs the same tests with
 * {@code onMutateWrites: "intents"}.
 */
package dev.sanguine.query.pattern;
