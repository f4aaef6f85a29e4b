package dev.sanguine.query.reload;

import dev.sanguine.env.Seq;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.LawCase;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.Paper;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.DehydrateOptions;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Before;

/** A page that is left and rendered anew: its state goes through text, and another client takes it in. */
public abstract class ReloadCase extends LawCase {
  /** The client of the page after the reload. */
  protected QueryClient reloaded;

  @Before
  public void aListAndARecord() {
    client.mount();
    atEnd(() -> client.unmount());
    cache("list", "[{'id':1,'n':'x'}]");
    cache("record", "{'n':0}");
    reloaded = newClient();
  }

  protected final void offline() {
    env.online.setOnline(false);
  }

  /** The mutation under a key of its name, by which the next page finds what it does. */
  protected final MutationOptions known(String name, MutationOptions options) {
    MutationOptions keyed = options.mutationKey(key(name));
    reloaded.setMutationDefaults(key(name), keyed);
    return keyed;
  }

  /** What is written down as a page is left: by default the mutations that are paused. */
  protected final Object left() {
    return Paper.written(Hydration.dehydrate(client, null));
  }

  /** The same with every mutation. */
  protected final Object leftWithAll() {
    return leftWithAll(client);
  }

  protected static Object leftWithAll(QueryClient page) {
    DehydrateOptions all = new DehydrateOptions();
    all.shouldDehydrateMutation = mutation -> true;
    return Paper.written(Hydration.dehydrate(page, all));
  }

  /** The page before is gone: what it had under way is heard of no more. */
  protected final void leave() {
    client.clear();
    settle();
    takeUnhandled();
    takeReports();
  }

  protected final void reload(Object written) {
    leave();
    env.online.setOnline(true);
    Hydration.hydrate(reloaded, written, null);
  }

  protected final void resume() {
    reloaded.resumePausedMutations();
    settle();
  }

  /** What the page shows after the reload. */
  protected final String shown(String name) {
    return text(reloaded.getQueryData(key(name)));
  }

  protected final Seq<Mutation> restored() {
    return reloaded.getMutationCache().getAll();
  }

  /** State and message of each mutation after the reload. */
  protected final String states() {
    return join(restored().map(mutation -> mutation.state.status));
  }

  /** One report, which says this; it is forgotten. */
  protected final boolean wasReported(String words) {
    String all = join(takeReports());
    return all.indexOf(words) >= 0 && all.indexOf(" | ") < 0;
  }
}
