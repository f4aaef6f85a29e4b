package dev.sanguine.testkit;

/** What a simulated page reads, and what is sent to it without its asking. */
final class SimulatedReading {
  private static final int MUCH_ON_ITS_WAY = 3;

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
      case STREAM:
        boolean arrives = client.mail.streaming() > 0 && draw.oneIn(2);
        say(arrives ? "has what was streamed" : "is streamed", query);
        if (arrives) {
          client.mail.arrive(draw.below(client.mail.streaming()));
        } else {
          client.mail.stream(query, world.server.now());
        }
        break;
      default:
        throw new IllegalArgumentException(step.name());
    }
  }

  private void sendUnasked(SimulatedQuery query) {
    int coming = client.mail.coming();
    boolean delivered = coming > 0 && (coming == MUCH_ON_ITS_WAY || draw.oneIn(2));
    boolean rendered = !delivered && draw.oneIn(2);
    world.trace.say(client.name, delivered ? "is hydrated" : rendered ? "is rendered" : "is sent a push", null,
        world.server.now().version);
    if (delivered) {
      client.mail.hydrate(draw.below(coming));
    } else if (rendered) {
      client.mail.render(world.server.now());
    } else {
      client.mail.sendPush(query, world.server.now());
    }
  }

  private void say(String what, SimulatedQuery query) {
    world.trace.say(client.name, what, query.name(), -1);
  }
}
