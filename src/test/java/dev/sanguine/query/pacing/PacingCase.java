package dev.sanguine.query.pacing;

import static org.junit.Assert.assertFalse;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.DebounceOption;
import dev.sanguine.query.options.HoldOption;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.testkit.ScriptedPage;
import org.junit.Before;

/** A client with the feature pacing, in a page that the test leaves. */
abstract class PacingCase extends LawCase {
  final ScriptedPage page = new ScriptedPage();

  @Before
  public final void aClientThatPaces() {
    client = pacingClient();
    cache("record", "{'id':1,'title':'t0','status':'s0'}");
  }

  final QueryClient pacingClient() {
    return newClient(new QueryClientConfig().features(Pacer.pacingOn(page)));
  }

  /** Writes the fields that it is called with over the record. */
  final MutationOptions save(String name) {
    return patch(name, "record").scope("record");
  }

  final MutationOptions latest(String name) {
    return save(name).coalesce("latest");
  }

  final MutationOptions merge(String name) {
    return save(name).coalesce("merge");
  }

  /** The same, with a server that answers with what it was sent, so many ms later. */
  final MutationOptions answeredAfter(double ms, String name, MutationOptions options) {
    return options.mutationFn((variables, context) -> {
      env.timeouts.setTimeout(() -> network.pending(name).answer(variables), ms);
      return network.send(name, variables);
    });
  }

  static Object title(String title) {
    return Json.object("id", 1, "title", title);
  }

  static Object status(String status) {
    return Json.object("id", 1, "status", status);
  }

  static DebounceOption debounce(double wait, double maxWait) {
    DebounceOption option = new DebounceOption();
    option.wait = wait;
    option.maxWait = maxWait;
    return option;
  }

  static HoldOption hold(double ms, String onLeave) {
    HoldOption option = new HoldOption();
    option.ms = ms;
    option.onLeave = onLeave;
    return option;
  }

  /** The title on the screen. */
  final String shown() {
    return text(Json.get(client.getQueryData(key("record")), "title"));
  }

  /** What was sent so far by requests of this name, in their order. */
  final String allSent(String request) {
    Seq<String> all = new Seq<>();
    network.calls().each(call -> {
      if (call.name.equals(request)) {
        all.add(text(call.payload));
      }
    });
    return join(all);
  }

  final void nobodyListens() {
    assertFalse("somebody listens to the page", page.isListenedTo());
  }
}
