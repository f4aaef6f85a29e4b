package dev.sanguine.client.jvm;

import static org.junit.Assert.assertThrows;

import dev.sanguine.client.Query;
import dev.sanguine.client.QueryKey;
import dev.sanguine.jvm.JvmClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.After;

/** A client in real time, and one query. */
public abstract class JvmClientCase {
  protected final record Event(int id, String title) {}

  protected static final QueryKey<Event> EVENT = QueryKey.of("event", 1);
  protected static final Event TEA = new Event(1, "Tea");
  protected final JvmClient client = JvmClient.create();

  @After
  public void close() {
    client.close();
  }

  protected static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  protected static Throwable failure(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, () -> await(future)).getCause();
  }

  protected final Query<Event> event(CompletableFuture<Event> answer) {
    return Query.of(EVENT).retry(0).queryFn(context -> client.thenable(answer));
  }
}
