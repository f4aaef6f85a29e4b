/**
 * A simulated board of orders: the records feature judged exactly.
 *
 * <p>One person changes orders by {@code intent.record} and {@code intent.add}, in lists with conditions, an order, limits and
 * counts, in pages and inside customers, while requests are answered late, refused or overtaken by reads, and the server
 * pushes. Since nobody else changes what the person changes, what every query has to show is known at every moment: the
 * server's orders with the pending changes done to them, asked as the server would be asked. Begin with {@link
 * dev.sanguine.testkit.board.BoardSimulation}; {@link dev.sanguine.testkit.board.BoardTruth} is the judge.
 */
package dev.sanguine.testkit.board;
