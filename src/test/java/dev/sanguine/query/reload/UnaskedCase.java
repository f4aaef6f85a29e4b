package dev.sanguine.query.reload;

import dev.sanguine.query.Hydration;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.SetDataOptions;
import dev.sanguine.query.state.DehydratedState;
import org.junit.Before;

/** A record of which a change was confirmed, and values that nobody asked for. */
public abstract class UnaskedCase extends LawCase {
  protected static final double HOUR = 60 * 60 * 1000;

  @Before
  public void aRecord() {
    cache("record", "{'id':1,'t':'t0'}");
    world.advance(10);
  }

  /** A page of another computer, whose clock goes this much before ours. */
  protected final DehydratedState rendered(String name, String document, double ahead) {
    QueryClient server = newClient();
    SetDataOptions then = new SetDataOptions();
    then.updatedAt = env.clock.now() + ahead;
    server.setQueryData(key(name), json(document), then);
    DehydratedState page = Hydration.dehydrate(server, null);
    page.queries.get(0).dehydratedAt = env.clock.now() + ahead;
    return page;
  }

  /** The same before its data is there; the promise settles with the answer of "get streamed". */
  protected final DehydratedState streamed(String name, double ahead) {
    QueryClient server = newClient();
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateQuery = query -> true;
    server
        .fetchQuery(
            QueryOptions.of(key(name)).queryFn(context -> network.send("get streamed", null)))
        .then(data -> null, error -> null);
    DehydratedState page = Hydration.dehydrate(server, all);
    page.queries.get(0).dehydratedAt = env.clock.now() + ahead;
    return page;
  }

  protected final void confirmed() {
    mutate(merge("A", "record", "{'id':1,'t':'A'}"));
    answer("A", "'ok'");
    world.advance(10);
  }

  protected final Screen watching() {
    return watch(query("record").staleTime(1e12));
  }
}
