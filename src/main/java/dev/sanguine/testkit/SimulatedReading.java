package dev.sanguine.testkit;

/** What a simulated page reads, and what is sent to it without its asking. */
final class SimulatedReading {
  private final SimulatedClient client;
  private final SimulatedWorld world;
  private final Draw draw;

  SimulatedReading(SimulatedClient client, Draw draw) {
    this.client = client;
    world = client.world;
    this.draw = draw;
  }

  void read(Step step, SimulatedQuery query) {
    switch (step) {
      case REFETCH:
        say("refetches", query);
        client.queries.refetch(query);
        break;
      case FETCH:
        say("fetches", query);
        client.queries.fetch(query, client.queries.options(query));
        break;
      case ENSURE:
        say("ensures and fetches", query);
        client.queries.ensure(query, client.queries.options(query));
        client.queries.fetch(query, client.queries.options(query));
        break;
      case NEXT_PAGE:
        world.trace.say(client.name, "wants more", null, -1);
        client.queries.more(false);
        break;
      case PREVIOUS_PAGE:
        world.trace.say(client.name, "wants what is before", null, -1);
        client.queries.more(true);
        break;
      case WATCH:
        int polling = draw.oneIn(3) ? 700 : draw.oneIn(3) ? 3 : 0;
        world.trace.say(client.name, "watches " + query, null, polling);
        client.queries.watch(query, polling, draw.oneIn(3) ? 5000 : 0);
        break;
      case LEAVE:
        say("leaves", query);
        client.queries.leave(query);
        break;
      case CANCEL_QUERIES:
        say("cancels queries", query);
        client.queries.cancel(query);
        break;
      case COLLECT:
        say("collects", query);
        client.queries.remove(query);
        break;
      default:
        receive(step, query);
    }
  }

  private void receive(Step step, SimulatedQuery query) {
    switch (step) {
      case PUSH:
        say("is pushed", query);
        client.mail.push(query, world.server.now());
        break;
      case PUSH_BY_HAND:
        say("is pushed by hand", query);
        client.mail.pushByHand(query, world.server.now());
        break;
      case SEND_UNASKED:
        sendUnasked(query);
        break;
      case SEND_A_PROMISE:
        say("is sent a promise", query);
        client.mail.promise(query, world.server.now());
        break;
      case DELIVER:
        if (client.mail.coming() > 0) {
          world.trace.say(client.name, "is hydrated", null, world.server.now().version);
          client.mail.hydrate(draw.below(client.mail.coming()));
        }
        break;
      case KEEP_A_PROMISE:
        if (client.mail.promised() > 0) {
          world.trace.say(client.name, "has what was promised", null, -1);
          client.mail.keep(draw.below(client.mail.promised()));
        }
        break;
      default:
        throw new IllegalArgumentException(step.name());
    }
  }

  private void sendUnasked(SimulatedQuery query) {
    boolean rendered = draw.oneIn(2);
    world.trace.say(
        client.name, rendered ? "is rendered" : "is sent a push", null, world.server.now().version);
    if (rendered) {
      client.mail.render(world.server.now());
    } else {
      client.mail.sendPush(query, world.server.now());
    }
  }

  private void say(String what, SimulatedQuery query) {
    world.trace.say(client.name, what, query.name(), -1);
  }
}
