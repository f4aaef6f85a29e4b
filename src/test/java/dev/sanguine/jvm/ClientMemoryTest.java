package dev.sanguine.jvm;

import static org.junit.Assert.assertNull;

import dev.sanguine.log.EventLog;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.options.QueryClientConfig;
import dev.sanguine.query.pending.IntentsObserver;
import dev.sanguine.testkit.VirtualEnvironment;
import java.lang.ref.WeakReference;
import org.junit.Test;

/** A server makes a client for each request: nothing outside of it may hold it. */
public class ClientMemoryTest {
  private static WeakReference<QueryClient> aClientThatWasShownAndRecorded() {
    QueryClient client = new QueryClient(
        new QueryClientConfig().environment(new VirtualEnvironment().environment()));
    new IntentsObserver(client, null).subscribe(shown -> {}).run();
    new EventLog(client, null);
    return new WeakReference<>(client);
  }

  @Test
  public void aClientThatNobodyHolds_isCollected_whoeverWatchedIt() {
    WeakReference<QueryClient> client = aClientThatWasShownAndRecorded();
    for (int i = 0; i < 50 && client.get() != null; i++) {
      System.gc();
    }
    assertNull(client.get());
  }
}
