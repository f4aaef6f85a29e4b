package dev.sanguine.testkit;

import dev.sanguine.env.Thenable;
import dev.sanguine.query.QueryClient;
import dev.sanguine.query.callbacks.QueryFunction;
import dev.sanguine.query.fetching.StreamedQuery;
import java.util.Arrays;

/** An answer that comes piece by piece: what the server held when it was asked, then what it held when it saw that. */
final class SimulatedStream {
  private static final String[] MODES = {"reset", "append", "replace"};

  private SimulatedStream() {}

  static QueryFunction of(SimulatedClient client, QueryClient engine, SimulatedQuery query) {
    StreamedQuery.Config config = new StreamedQuery.Config();
    config.refetchMode = MODES[client.number];
    config.reducer = (before, chunk) -> chunk;
    config.streamFn = context -> {
      Object first = client.world.answers.value(query, client.world.server.now(), 0);
      Thenable<Object> answer = client.send(engine, SimulatedRequest.read(query, 0));
      return answer.then(last -> Arrays.asList(first, last));
    };
    return StreamedQuery.of(config);
  }
}
