/**
 * The law: {@code view = fold(base, log)}.
 *
 * <p><b>Base</b> is the last value of a query that the server has confirmed. The <b>log</b> holds, in the order of issue,
 * the intents of all mutations that are not done with. An intent is a pure function from value to value for each query that
 * it changes. What a person sees is the <b>view</b>: the base with every intent applied, in order.
 *
 * <p>So nothing is ever undone. A mutation that fails takes its intent out of the log, and the view is made again without
 * it. What others have changed meanwhile stands as if the failed one had never been: in the same field, the same record, the
 * same list. docs/fold.svg shows it.
 *
 * <pre>
 *   base     {status: open,   items: 1}      the server's last word
 *   intent A  status = paid                  sent
 *   intent B  items + 1                      waits for A
 *   view     {status: paid,   items: 2}      what is on the screen
 *
 *   A fails: the log is B alone, and the view is {status: open, items: 2}.
 * </pre>
 *
 * <p>What lives here:
 *
 * <ul>
 *   <li>{@link dev.sanguine.law.Fold}: the fold itself, and what it costs. Begin here; FoldTest has each rule in ten lines.
 *   <li>{@link dev.sanguine.law.Intent} and {@link dev.sanguine.law.Change}: what a mutation changes, as the app writes it.
 *   <li>{@link dev.sanguine.law.IntentLog}: the life of an intent, from its issue to the base that contains it.
 *   <li>{@link dev.sanguine.law.BaseGate}: what may become the base, and when. Here a fetch that overlaps a change is decided.
 *   <li>{@link dev.sanguine.law.SnapshotOrigins}: what lies under a view that an app has read and puts back.
 *   <li>{@link dev.sanguine.law.FoldedQuery}, {@link dev.sanguine.law.IntentOwner}, {@link dev.sanguine.law.LawHost}: all
 *       that the law needs of a query, of a mutation and of a client. Their methods are its specification.
 * </ul>
 *
 * <p>It knows no clock, no network and no cache: the build gives it {@code env}, {@code json} and {@code records} alone.
 * "Before" and "after" go by the numbers that {@link dev.sanguine.law.LawHost#tick} counts, never by time.
 */
package dev.sanguine.law;
