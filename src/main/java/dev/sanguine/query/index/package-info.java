/**
 * Finding queries and mutations without a look at all of them: queries by the beginning of their keys ({@link
 * dev.sanguine.query.index.KeyIndex}), mutations of one scope in their order ({@link dev.sanguine.query.index.ScopeQueue}),
 * and what filters mean ({@link dev.sanguine.query.index.Matching}).
 */
package dev.sanguine.query.index;
