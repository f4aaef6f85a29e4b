package dev.sanguine.query;

import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.query.state.QueryResult;

/** What a person sees of a query: the data of each result, in order, one entry for each change. */
public final class Screen {
  public final QueryObserver observer;
  public final Task stop;
  /** How often the observer spoke. */
  public int told;

  private final EngineCase test;
  private final Seq<String> shown = new Seq<>();

  Screen(EngineCase test, QueryObserver observer) {
    this.test = test;
    this.observer = observer;
    stop = observer.subscribe((Listener<QueryResult>) result -> {
      told++;
      take(result);
    });
    take(observer.getCurrentResult());
  }

  public QueryResult result() {
    return observer.getCurrentResult();
  }

  public String now() {
    return test.text(result().data);
  }

  /** Everything that was shown, from the first on. */
  public String history() {
    return EngineCase.join(shown);
  }

  public void forget() {
    shown.clear();
    told = 0;
    take(result());
  }

  private void take(QueryResult result) {
    String data = test.text(result.data);
    if (shown.size() == 0 || !shown.get(shown.size() - 1).equals(data)) {
      shown.add(data);
    }
  }
}
