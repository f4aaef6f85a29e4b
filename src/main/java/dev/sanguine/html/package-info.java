/**
 * A template with one source and two back ends.
 *
 * <p>A template is a pure function of its model that returns a {@link dev.sanguine.html.Tag}. {@link
 * dev.sanguine.html.HtmlText} writes it as escaped HTML (on a server, in a test); {@link dev.sanguine.html.Live} takes
 * over the nodes that such text became, or creates them, and from then on writes only what changed. Neither parses
 * HTML: no text from the data can become markup.
 */
package dev.sanguine.html;
