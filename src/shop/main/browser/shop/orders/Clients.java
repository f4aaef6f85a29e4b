package shop.orders;

import dev.sanguine.env.Environment;
import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.conflicts.ConflictsFeature;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.pacing.Pacer;
import dev.sanguine.query.records.RecordsFeature;

/** Which client a widget stands on: its own, else the page's, else one that the widgets share among themselves. */
final class Clients {
  private static final OrderedSet<OrdersElement> running = new OrderedSet<>();
  private static QueryClient connected;
  private static QueryClient fallback;
  private static boolean warned;

  private Clients() {}

  static void connect(Object client) {
    QueryClient accepted = accepted(client);
    if (accepted == null) {
      return;
    }
    connected = accepted;
    Seq<OrdersElement> widgets = running.items();
    for (int i = 0; i < widgets.size(); i++) {
      widgets.get(i).rebind();
    }
  }

  /** The client, or null where it is none of this build's: its internals have other names. */
  static QueryClient accepted(Object client) {
    if (client instanceof QueryClient) {
      return (QueryClient) client;
    }
    if (client != null && !warned) {
      warned = true;
      Environment.standard()
          .errors
          .warn("sanguine: the client is not a QueryClient of this build and is not used; "
              + "import sanguine.mjs and sanguine-widgets.mjs of one build, each once");
    }
    return null;
  }

  static QueryClient orShared(QueryClient own) {
    if (own != null) {
      return own;
    }
    if (connected != null) {
      return connected;
    }
    if (fallback == null) {
      fallback = new QueryClient(new QueryClientConfig()
          .environment(Environment.standard())
          .features(RecordsFeature::records, ConflictsFeature::conflicts, Pacer::pacing));
    }
    return fallback;
  }

  static void add(OrdersElement widget) {
    running.add(widget);
  }

  static void remove(OrdersElement widget) {
    running.remove(widget);
  }
}
