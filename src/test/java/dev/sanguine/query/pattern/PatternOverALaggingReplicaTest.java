package dev.sanguine.query.pattern;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.query.Hydration;
import dev.sanguine.query.Paper;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.Screen;
import dev.sanguine.query.Versions;
import dev.sanguine.query.options.QueryOptions;
import org.junit.Before;
import org.junit.Test;

/** The documented pattern as intents. What it wrote is pushed before its answer comes, and then a replica lags. */
public class PatternOverALaggingReplicaTest extends PatternCase {
  private static final String OLD = "{'id':1,'t':'t0','v':1}";
  private static final String NEW = "{'id':1,'t':'A','v':2}";

  @Override
  protected String onMutateWrites() {
    return HandWrites.INTENTS;
  }

  @Before
  public void itsChangeIsPushed_andThenConfirmed() {
    client.setQueryDefaults(key("record"), new QueryOptions().version(Versions.by("v")));
    cache("record", OLD);
    start(plain("A")
        .onMutate((variables, context) ->
            Seq.of(client.setQueryData(key("record"), json("{'id':1,'t':'A','v':1}"), null)))
        .onSettled((data, error, variables, onMutateResult, context) ->
            client.invalidateQueries(prefix("record"), null)));
    world.advance(1);
    QueryClient server = newClient();
    server.setQueryData(key("record"), json(NEW), null);
    Hydration.hydrate(client, Paper.written(Hydration.dehydrate(server, null)), null);
    settle();
    assertEquals(NEW, view("record"));
  }

  private void isFetched(String document) {
    outcome(client.fetchQuery(query("record")));
    answer("get record", document);
  }

  private String title() {
    return text(env.values.field(client.getQueryData(key("record")), "t"));
  }

  @Test
  public void theFetchAfterTheAnswerLags_theChangeStays() {
    Screen record = watch(query("record").staleTime(1e12));
    answer("A", NEW);
    answer("get record", OLD);
    assertEquals("'A'", title());
    refetch("record");
    answer("get record", NEW);
    assertEquals(NEW, record.now());
  }

  @Test
  public void aLaterFetchLags_theChangeStays() {
    Screen record = watch(query("record").staleTime(1e12));
    answer("A", NEW);
    answer("get record", NEW);
    refetch("record");
    answer("get record", OLD);
    assertEquals(NEW, record.now());
  }

  @Test
  public void nobodyWatches_aFetchLags_theChangeStays() {
    answer("A", NEW);
    assertEquals(NEW, base("record"));
    isFetched(OLD);
    assertEquals(NEW, view("record"));
  }

  @Test
  public void somebodyElsesLaterChange_isTaken() {
    watch(query("record").staleTime(1e12));
    answer("A", NEW);
    answer("get record", "{'id':1,'t':'B','v':3}");
    assertEquals("{'id':1,'t':'B','v':3}", view("record"));
    assertEquals(base("record"), view("record"));
  }
}
