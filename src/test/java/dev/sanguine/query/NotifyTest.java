package dev.sanguine.query;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.NotifyManager;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Task;
import dev.sanguine.env.TimeoutManager;
import dev.sanguine.env.TimerProvider;
import org.junit.Test;

/** Gathered notifications, and timers that an app brings. */
public class NotifyTest extends EngineCase {
  private final Seq<String> log = new Seq<>();

  private Task note(String text) {
    return () -> log.add(text);
  }

  @Test
  public void schedule_isDeliveredInATaskOfItsOwn() {
    env.notify.schedule(note("a"));
    assertEquals("", join(log));
    world.advance(0);
    assertEquals("a", join(log));
  }

  @Test
  public void aBatch_isDeliveredTogether_afterTheOutermostHasEnded() {
    Object returned = env.notify.batch(() -> {
      env.notify.schedule(note("a"));
      env.notify.batch(() -> {
        env.notify.schedule(note("b"));
        return null;
      });
      world.advance(0);
      log.add("in the batch");
      return "returned";
    });
    assertEquals("returned", returned);
    world.advance(0);
    assertEquals("in the batch | a | b", join(log));
  }

  @Test
  public void aBatchThatThrows_isDeliveredAllTheSame() {
    Object error = env.errors.attempt(
        () -> env.notify.batch(() -> {
          env.notify.schedule(note("a"));
          throw thrown("broke");
        }),
        thrown -> thrown);
    assertEquals("broke", error);
    world.advance(0);
    env.notify.schedule(note("b"));
    world.advance(0);
    assertEquals("a | b", join(log));
  }

  @Test
  public void batchCalls_schedulesEachCall() {
    NotifyManager.Calls calls =
        env.notify.batchCalls(args -> log.add("called " + args[0] + args[1]));
    calls.call("x", "y");
    assertEquals("", join(log));
    world.advance(0);
    assertEquals("called xy", join(log));
  }

  @Test
  public void notifyFunctions_areWrappedAround() {
    env.notify.setNotifyFunction(callback -> {
      log.add("(");
      callback.run();
      log.add(")");
    });
    env.notify.setBatchNotifyFunction(callback -> {
      log.add("[");
      callback.run();
      log.add("]");
    });
    env.notify.batch(() -> {
      env.notify.schedule(note("a"));
      env.notify.schedule(note("b"));
      return null;
    });
    world.advance(0);
    assertEquals("[ | ( | a | ) | ( | b | ) | ]", join(log));
  }

  @Test
  public void anotherScheduler_isUsed() {
    env.notify.setScheduler(callback -> {
      log.add("scheduled");
      callback.run();
    });
    env.notify.schedule(note("a"));
    assertEquals("scheduled | a", join(log));
  }

  @Test
  public void timers_ofTheApp_areUsedForEverything() {
    TimeoutManager timers = TimeoutManager.over(new TimerProvider() {
      @Override
      public Object setTimeout(Task task, double delay) {
        log.add("timeout " + delay);
        return "t";
      }

      @Override
      public void clearTimeout(Object id) {
        log.add("clear " + id);
      }

      @Override
      public Object setInterval(Task task, double delay) {
        log.add("interval " + delay);
        return "i";
      }

      @Override
      public void clearInterval(Object id) {
        log.add("clearInterval " + id);
      }
    });
    timers.clearTimeout(timers.setTimeout(note("never"), 10.5));
    timers.clearInterval(timers.setInterval(note("never"), 20.5));
    assertEquals("timeout 10.5 | clear t | interval 20.5 | clearInterval i", join(log));
  }

  @Test
  public void isServer_isAskedEachTime() {
    boolean[] server = {true};
    env.server.setIsServer(() -> server[0]);
    assertEquals(true, env.isServer());
    server[0] = false;
    assertEquals(false, env.isServer());
  }
}
