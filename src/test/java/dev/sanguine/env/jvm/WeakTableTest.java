package dev.sanguine.env.jvm;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.WeakTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;

/** The engine has such tables in common for all clients of a program, and each client may live on a thread of its own. */
public class WeakTableTest {
  private static final int THREADS = 4;
  private static final int EACH = 50_000;

  @Test
  public void severalThreadsWriteAtOnce_eachFindsWhatItHasWritten() throws Exception {
    WeakTable<Integer> table = new WeakTable<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(() -> found(table));
    }
    int found = 0;
    for (Future<Integer> each : threads.invokeAll(all)) {
      found += each.get();
    }
    threads.shutdown();
    assertEquals(THREADS * EACH, found);
  }

  /** How many of the keys of this thread are there, once all are written. */
  private static int found(WeakTable<Integer> table) {
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      Object key = new Object();
      keys.add(key);
      table.put(key, i);
    }
    int found = 0;
    for (int i = 0; i < EACH; i++) {
      found += Integer.valueOf(i).equals(table.get(keys.get(i))) ? 1 : 0;
    }
    return found;
  }
}
