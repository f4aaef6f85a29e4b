package dev.sanguine.testkit;

import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;
import dev.sanguine.query.Mutation;
import dev.sanguine.query.options.MutationScope;
import dev.sanguine.query.state.IntentResult;

/** What a person does on a simulated page: writes, and looks at what became of it. */
final class SimulatedPerson {
  /** The first wishes of each kind. */
  private static final int ADD = 0;

  private static final int SET = 3;
  private static final int COUNT = 6;
  private static final int REMOVE = 7;
  private static final int WISHES = 8;

  /** So many documents at the beginning of the list are always there. */
  private static final int STAY = 2;

  private final SimulatedWorld world;

  SimulatedPerson(SimulatedWorld world) {
    this.world = world;
  }

  void mutate(SimulatedClient client, Draw draw) {
    SimulatedWrite write = write(client, draw.below(WISHES), draw);
    SimulatedMutation.prepare(client, write, draw);
    world.trace.say(client.name, "mutates " + write.kind, write.text(), write.field);
    SimulatedMutation.start(client, write);
  }

  void mutatePlainly(SimulatedClient client, Draw draw) {
    if (client.writes.declareNames() && !draw.is(Trait.PLAIN_BESIDE_NAMES)) {
      return;
    }
    boolean isTotal = client.queries.count() > SimulatedQuery.OF_DOCUMENTS && draw.oneIn(3);
    SimulatedWrite write = write(client, isTotal ? COUNT : draw.oneIn(2) ? SET : ADD, draw);
    boolean isFirst = write.id.equals(SimulatedDocs.FIRST);
    boolean isTitle = isFirst
        && write.kind == SimulatedWrite.Kind.SET
        && write.field == SimulatedQuery.TITLE_FIELD
        && client.queries.count() > SimulatedQuery.OF_DOCUMENTS
        && draw.oneIn(2);
    if (write.kind == SimulatedWrite.Kind.COUNT && !isFirst || write.maker != null) {
      // What has no intent waits for nobody.
      return;
    }
    SimulatedQuery query = isTitle
        ? SimulatedQuery.TITLE
        : isTotal
            ? SimulatedQuery.TOTAL
            : isFirst && draw.oneIn(2) ? SimulatedQuery.RECORD : SimulatedQuery.LIST;
    world.trace.say(
        client.name, "mutates plainly " + write.kind, write.token + " " + write.id, write.field);
    SimulatedPattern.start(client, write, query, draw);
  }

  private SimulatedWrite write(SimulatedClient client, int wish, Draw draw) {
    String token = client.name + (client.writes.size() + 1);
    Seq<Object> shown =
        SimulatedDocs.docs(SimulatedQuery.LIST, client.queries.view(SimulatedQuery.LIST));
    int others = shown.size() - STAY;
    Object doc = draw.oneIn(2) && others > 0 ? shown.get(STAY + draw.below(others)) : null;
    String id = doc == null ? SimulatedDocs.FIRST : SimulatedDocs.idOf(doc);
    SimulatedWrite maker =
        SimulatedDocs.isTemporary(id) ? world.oracle.addOf(SimulatedDocs.real(id)) : null;
    boolean waits = maker != null && maker.name == SimulatedWrite.Name.DECLARED;
    boolean removable = doc != null
        && !id.equals(SimulatedDocs.FIRST)
        && !id.equals(SimulatedDocs.SECOND)
        && (maker == null || waits);
    SimulatedWrite.Kind kind = wish < SET
        ? SimulatedWrite.Kind.ADD
        : wish < COUNT
            ? SimulatedWrite.Kind.SET
            : wish < REMOVE
                ? SimulatedWrite.Kind.COUNT
                : removable ? SimulatedWrite.Kind.REMOVE : SimulatedWrite.Kind.SET;
    SimulatedWrite write = new SimulatedWrite(kind, token, client, client.writes.size());
    boolean isAdd = kind == SimulatedWrite.Kind.ADD;
    write.id = isAdd ? world.newId(client) : SimulatedDocs.real(id);
    write.maker = isAdd || !waits ? null : maker;
    boolean asNumber = world.setting.isNumber(SimulatedQuery.LIST) != draw.is(Trait.OTHER_ID_TYPE);
    write.given = write.maker != null ? id : SimulatedDocs.id(write.id, asNumber);
    write.field = draw.below(SimulatedServer.FIELDS);
    if (!isAdd && doc != null && draw.oneIn(4)) {
      write.ifVersion = (int) Json.number(doc, "version");
    }
    world.oracle.knows(write);
    return write;
  }

  /** The person looks at what is pending and what failed, and sends one of it again or forgets it. */
  void lookAtPending(SimulatedClient client, Draw draw) {
    if (client.panel == null) {
      world.trace.say(client.name, "looks at what is pending", null, -1);
      client.look();
    }
    IntentResult result = client.panel.over(draw.below(1000));
    if (result == null) {
      return;
    }
    SimulatedWrite write = client.panel.writeOf(result);
    // What may be there already, and would be there twice, is not sent again before that is known.
    boolean mayBeTwice =
        write.kind == SimulatedWrite.Kind.ADD || write.kind == SimulatedWrite.Kind.COUNT;
    boolean isWhole = SimulatedPacing.sentWith(client, write).some(other -> other != write);
    boolean again =
        !draw.oneIn(4) && (write.outcome == SimulatedWrite.Told.FAILED || !mayBeTwice && !isWhole);
    world.trace.say(
        client.name, again ? "sends again" : "discards", write.token, write.outcome.ordinal());
    if (again) {
      SimulatedPacing.sendAgain(client, write);
      result.retry.get();
    } else {
      write.listed = false;
      client.writes.changed();
      result.discard.run();
    }
  }

  /** The person takes a write back that is under way. */
  void giveUp(SimulatedClient client, Draw draw) {
    SimulatedWrite write = client.writes.pendingFrom(draw.below(1000));
    if (write != null && write.mutation != null) {
      SimulatedPacing.ofMutation(client, write).each(client.writes::giveUp);
      write.mutation.cancel();
      world.trace.say(client.name, "gives up", write.token, write.outcome.ordinal());
    }
  }

  /** The app takes a mutation out of the cache, whatever has become of it. */
  void takeOut(SimulatedClient client, Draw draw) {
    int from = draw.below(1000);
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get((from + i) % client.writes.size());
      if (write.mutation != null && !write.gone) {
        world.trace.say(client.name, "takes out", write.token, write.outcome.ordinal());
        Mutation mutation = write.mutation;
        SimulatedPacing.ofMutation(client, write).each(each -> leave(client, each));
        client.engine.getMutationCache().remove(mutation);
        return;
      }
    }
  }

  void clearMutations(SimulatedClient client) {
    world.trace.say(client.name, "clears the mutations", null, -1);
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite write = client.writes.get(i);
      // The scopes are free at once, whatever is under way still.
      write.scope = null;
      write.heldUntil = 0;
      write.gone |= write.plain;
      if ((write.mutation != null || write.pattern) && !write.gone) {
        leave(client, write);
      }
    }
    client.engine.getMutationCache().clear();
  }

  /** What was confirmed stays confirmed; nothing else of a mutation that was taken out is left. */
  private static void leave(SimulatedClient client, SimulatedWrite write) {
    if (write.outcome == SimulatedWrite.Told.CONFIRMED) {
      write.mutation = null;
    } else {
      client.writes.forget(write);
    }
  }

  /** The app gives a mutation another scope while it is under way. */
  void changeScope(SimulatedClient client, Draw draw) {
    SimulatedWrite write = client.writes.pendingFrom(draw.below(1000));
    if (write != null && write.mutation != null && !write.coalesces) {
      String scope = draw.oneIn(3) || write.reads ? null : draw.oneIn(2) ? "s" : "t";
      world.trace.say(client.name, "moves to scope " + scope, write.token, -1);
      // What has left keeps its place in the line of its first scope, and stands in no other.
      write.scope = write.mutation.state.isPaused ? scope : null;
      write.options = SimulatedOptions.copy(write.options);
      write.options.scope = null;
      if (scope != null) {
        write.options.scope = new MutationScope();
        write.options.scope.id = scope;
      }
      write.mutation.setOptions(write.options);
    }
  }
}
