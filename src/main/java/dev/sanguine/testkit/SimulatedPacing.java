package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.callbacks.Optimistic;
import dev.sanguine.query.options.DebounceOption;
import dev.sanguine.query.options.HoldOption;
import dev.sanguine.query.options.MutationOptions;
import dev.sanguine.query.pacing.PageEvent;

/**
 * Writes that wait: for their turn, so that several are sent as one request, for a pause, or for a person who may undo them.
 * A request of several is done by the server as a whole or not at all.
 */
final class SimulatedPacing {
  /** All that may be sent as one are of one scope, and of one key. */
  static final String SCOPE = "p";

  private static final int ATTEMPTS = 1;

  private SimulatedPacing() {}

  // How they are written

  static MutationOptions options(
      SimulatedClient client, SimulatedWrite write, SimulatedIntent intent, Draw draw) {
    write.coalesces = true;
    write.intent = intent;
    write.scope = SCOPE;
    write.ifVersion = -1;
    write.attempts = ATTEMPTS;
    write.retries = ATTEMPTS;
    MutationOptions options = MutationOptions.create()
        .scope(SCOPE)
        .coalesce(SimulatedPacing::together)
        .retry(ATTEMPTS)
        .retryDelay(3)
        .mutationKey(SimulatedMutation.keyOf(write));
    Optimistic changes = (target, variables) -> {
      parts(variables).each(part -> of(client, part).intent.writeDown(target, part));
      return null;
    };
    options.optimistic(changes).mutationFn((variables, context) -> {
      Seq<SimulatedWrite> carried = parts(variables).map(part -> of(client, part));
      carried.each(each -> {
        each.begun = true;
        each.isBegunOffline = !client.environment.online.isOnline();
      });
      String id = SimulatedDocs.text(Json.get(variables, "id"));
      return client.send(
          context.client, SimulatedRequest.write(carried, id, context.idempotencyKey));
    });
    if (draw.is(Trait.DEBOUNCED)) {
      DebounceOption debounce = new DebounceOption();
      debounce.wait = 4.0;
      debounce.maxWait = draw.oneIn(2) ? (Object) 9.0 : null;
      options.debounce = debounce;
    }
    if (draw.is(Trait.HELD)) {
      hold(write, options, draw);
      write.isTakenBackOnLeave = false;
      ((HoldOption) options.hold).onLeave = null;
    }
    return options;
  }

  static void hold(SimulatedWrite write, MutationOptions options, Draw draw) {
    HoldOption hold = new HoldOption();
    hold.ms = 5.0 + draw.below(10);
    write.isTakenBackOnLeave = draw.oneIn(3);
    hold.onLeave = write.isTakenBackOnLeave ? "cancel" : null;
    options.hold = hold;
  }

  /** One call of two: what each of them says stays. */
  private static Object together(Object waiting, Object next) {
    Seq<Object> all = parts(waiting);
    parts(next).each(all::add);
    return Json.with(next, "carries", Json.arrayOf(all));
  }

  /** What each of the calls said of which these are the variables. */
  private static Seq<Object> parts(Object variables) {
    Seq<Object> parts = Json.list(variables, "carries");
    return parts.size() == 0 ? Seq.of(variables) : parts.copy();
  }

  private static SimulatedWrite of(SimulatedClient client, Object part) {
    return client.writes.of(Json.string(part, "token"));
  }

  static void begins(SimulatedClient client, SimulatedWrite write) {
    if (write.options.hold != null) {
      double ms = (Double) ((HoldOption) write.options.hold).ms;
      write.heldUntil = client.world.time.now() + ms;
      write.heldUntilByClock = client.environment.clock.now() + ms;
    }
  }

  // What a person does

  static void undo(SimulatedClient client, Draw draw) {
    SimulatedWrite write = pending(client, draw);
    if (write == null) {
      return;
    }
    boolean isHeld = write.mutation.state.heldUntil > 0;
    client.world.trace.say(client.name, isHeld ? "undoes" : "can't undo", write.token, -1);
    if (isHeld) {
      client.writes.giveUp(write);
    }
    if (client.engine.pacing != null && client.engine.pacing.undo(write.mutation) != isHeld) {
      client.note("undoes " + write.token + " that is not held");
    }
  }

  static void sendNow(SimulatedClient client, Draw draw) {
    SimulatedWrite write = pending(client, draw);
    if (write != null) {
      client.world.trace.say(client.name, "sends now", write.token, -1);
      write.heldUntil = 0;
      if (client.engine.pacing != null) {
        client.engine.pacing.sendNow(write.mutation);
      }
    }
  }

  /** One that is held, if one is. */
  private static SimulatedWrite pending(SimulatedClient client, Draw draw) {
    SimulatedWrite held = first(
        client,
        write -> write.isPending() && write.mutation != null && write.mutation.state.heldUntil > 0);
    SimulatedWrite any = held != null ? held : client.writes.pendingFrom(draw.below(1000));
    return any == null || any.mutation == null ? null : any;
  }

  private static SimulatedWrite first(
      SimulatedClient client, dev.sanguine.env.Predicate<SimulatedWrite> test) {
    for (int i = 0; i < client.writes.size(); i++) {
      if (test.test(client.writes.get(i))) {
        return client.writes.get(i);
      }
    }
    return null;
  }

  /** The page is hidden, or left for good and kept. Later it is there again. */
  static void leaveThePage(SimulatedClient client, Draw draw) {
    boolean isLeft = draw.oneIn(2);
    client.world.trace.say(client.name, isLeft ? "leaves the page" : "hides the page", null, -1);
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      if (isHeldStill(write) && isLeft && write.isTakenBackOnLeave) {
        client.writes.giveUp(write);
      }
      if (!write.isTakenBackOnLeave) {
        write.heldUntil = 0;
      }
    }
    client.page.happens(PageEvent.HIDDEN);
    client.isLeft = isLeft;
    if (isLeft) {
      client.page.happens(PageEvent.LEFT);
    }
    client.world.time.runMicrotasks();
    if (draw.oneIn(2)) {
      client.world.time.advance(draw.below(20));
    }
    client.page.happens(PageEvent.BACK);
    client.isLeft = false;
  }

  private static boolean isHeldStill(SimulatedWrite write) {
    return write.isPending() && write.mutation != null && write.mutation.state.heldUntil > 0;
  }

  /** It is sent again, and with it all that failed with it in one request, if all of that is listed still. */
  static void sendAgain(SimulatedClient client, SimulatedWrite write) {
    Seq<SimulatedWrite> all = sentWith(client, write);
    boolean isWhole = all.size() > 1 && !all.some(each -> !isOverAndListed(each));
    Seq<SimulatedWrite> again = isWhole ? all : ofMutation(client, write);
    SimulatedWrite lead = isWhole ? all.get(all.size() - 1) : write;
    again.each(each -> {
      client.writes.again(each);
      client.doubts.forget(each);
      each.standIn = each == lead ? null : lead;
      each.mutation = lead.mutation;
    });
  }

  private static boolean isOverAndListed(SimulatedWrite write) {
    return write.isOver()
        && write.standIn == null
        && write.mutation != null
        && write.mutation.intent() != null
        && write.mutation.intent().hasFailed();
  }

  /** Those that the last request of the write carried; none before the first. */
  static Seq<SimulatedWrite> sentWith(SimulatedClient client, SimulatedWrite write) {
    Seq<SimulatedWrite> all = new Seq<>();
    for (int i = 0; write.sentWith != null && i < client.writes.size(); i++) {
      SimulatedWrite other = client.writes.get(i);
      if (write.sentWith.equals(other.sentWith)) {
        all.add(other);
      }
    }
    return all;
  }

  /** All whose change the mutation of this one carries. */
  static Seq<SimulatedWrite> ofMutation(SimulatedClient client, SimulatedWrite write) {
    Seq<SimulatedWrite> all = new Seq<>();
    for (int i = 0; i < client.writes.size(); i++) {
      if (client.writes.get(i) == write
          || write.coalesces && client.writes.get(i).mutation == write.mutation) {
        all.add(client.writes.get(i));
      }
    }
    return all;
  }

  // A reload

  /** It is on its way with others, stands for others, or goes when the page is left: that is looked at elsewhere. */
  static boolean isNotStored(SimulatedClient client, SimulatedWrite write) {
    return isHeldStill(write) && write.isTakenBackOnLeave
        || write.coalesces
            && (write.sent && sentWith(client, write).size() > 1
                || ofMutation(client, write).size() > 1);
  }

  /** What the new page knows: of those that may be one request, what holds for all of them. */
  static MutationOptions afterReload(SimulatedWrite write) {
    if (!write.coalesces) {
      return write.options;
    }
    MutationOptions options = SimulatedOptions.copy(write.options);
    options.hold = null;
    options.debounce = null;
    return options;
  }

  static boolean isOf(SimulatedWrite write, Object variables) {
    return write.token.equals(Json.string(variables, "token"));
  }

  /** Nobody waits for its answer any more, and it is held no more. */
  static void restored(SimulatedWrite write) {
    write.answered = true;
    write.heldUntil = 0;
  }

  // What is judged

  static String wrong(SimulatedClient client, SimulatedRequest request, SimulatedWrite write) {
    if (write.heldUntil > client.world.time.now()
        && write.heldUntilByClock > client.environment.clock.now()) {
      return "sends " + write.token + " that is held";
    }
    for (int i = 0; write.coalesces && i < client.writes.size(); i++) {
      SimulatedWrite other = client.writes.get(i);
      if (other.coalesces
          && other.isPending()
          && !other.sent
          && other.order < write.order
          && !request.carried.has(other)) {
        return "sends " + write.token + " before " + other.token + " of the same scope";
      }
    }
    return null;
  }

  /** One whose caller was never told what became of it; null if there is none. */
  static SimulatedWrite unanswered(SimulatedClient client) {
    return first(
        client,
        write -> write.mutation != null
            && !write.pattern
            && !write.answered
            && !write.forgotten
            && !write.gone);
  }
}
