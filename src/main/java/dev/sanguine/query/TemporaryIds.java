package dev.sanguine.query;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;

/*
 * Records that the server has not named yet.
 *
 * A mutation that makes a record shows it under an id of its own until the answer brings the server's. Whatever is done
 * to the record meanwhile says that temporary id, and would be sent with it. So whoever makes a record says its id; a
 * mutation whose variables hold the id, anywhere in them, shows its change at once and is not sent. When the id is known
 * it takes the place of the temporary one in the views, in the variables and in what those mutations change (their
 * optimistic is called again), and they are sent. Where the record is not made they fail with it, in the same step.
 *
 * A temporary id is a text that stands for nothing else, so it can be replaced wherever it stands.
 */
@JsType
public final class TemporaryIds extends Dependents {
  /** One id: who makes its record, who waits for it, and what came of it. */
  private static final class Made {
    final String id;
    Mutation by;
    final Convert idOf;
    Seq<Mutation> waiting = new Seq<>();
    Object real;
    boolean failed;

    Made(String id, Mutation by, Convert idOf) {
      this.id = id;
      this.by = by;
      this.idOf = idOf;
    }
  }

  private final Environment env;
  private final Table<Object, Made> all = new Table<>();
  private final Table<Mutation, Seq<Made>> making = new Table<>();

  private TemporaryIds(Environment env) {
    this.env = env;
  }

  /**
   * Says in {@code optimistic} that the record it makes bears this id until the answer names it.
   *
   * @param id a text that stands for nothing else, as {@code crypto.randomUUID()} gives it; an Error is thrown otherwise
   * @param idOf gives the server's id from the answer; {@code answer.id} by default
   */
  public static void temporary(Intent intent, Object id, @JsOptional Convert idOf) {
    IntentLog log = intent.log;
    Environment env = log.client.environment;
    if (!(id instanceof String) || ((String) id).isEmpty()) {
      env.errors.fail(env.errors.create("temporary: the id " + id + " is no text"
          + Dev.hint("; give a text that stands for nothing else: crypto.randomUUID()")));
    }
    if (log.dependents == null) {
      log.dependents = new TemporaryIds(env);
    }
    intent.makesRecords = true;
    ((TemporaryIds) log.dependents).add(new Made((String) id, intent.mutation, idOf));
  }

  private void add(Made made) {
    all.put(made.id, made);
    Groups.add(making, made.by, made);
  }

  @Override
  Object await(Mutation mutation, Object variables) {
    Texts.map(variables, text -> {
      Made made = all.get(text);
      if (made != null && made.failed && made.by != mutation) {
        env.errors.fail(env.errors.create("mutation " + mutation.label() + " is about a record that was not made: "
            + text + Dev.hint("; retry the mutation that makes it first")));
      }
      if (made != null && made.real == null && made.by != mutation && !made.waiting.has(mutation)) {
        made.waiting.add(mutation);
        mutation.waits++;
      }
      return text;
    });
    rename(mutation, variables);
    return mutation.state.variables;
  }

  @Override
  Updater answer(Mutation mutation, Object data, Updater answer) {
    Seq<Made> mine = making.get(mutation);
    if (mine == null) {
      return answer;
    }
    for (int i = 0; i < mine.size(); i++) {
      Made made = mine.get(i);
      Object id = made.idOf != null ? made.idOf.convert(data) : env.values.field(data, "id");
      made.real = env.values.isUndefined(id) ? null : id;
    }
    return old -> {
      Object named = named(old);
      return answer == null ? named : answer.update(named);
    };
  }

  /** Pairs of an id that the mutation gave out and the one that its answer gives. */
  Seq<Seq<Object>> names(Mutation mutation, Object data) {
    Seq<Seq<Object>> names = new Seq<>();
    all.values().each(made -> {
      Object real = made.by != mutation ? null : made.idOf != null ? made.idOf.convert(data)
          : env.values.field(data, "id");
      if (real != null) {
        names.add(Seq.of(made.id, real));
      }
    });
    return names;
  }

  @Override
  void settled(Mutation mutation, boolean success, Object dataOrError) {
    Seq<Made> mine = making.get(mutation);
    if (mine == null) {
      return;
    }
    making.remove(mutation);
    for (int i = 0; i < mine.size(); i++) {
      Made made = mine.get(i);
      made.failed = made.real == null;
      Object error = success && made.failed ? env.errors.create("mutation " + mutation.label()
          + ": the answer has no id for " + made.id + Dev.hint("; tell temporary() how to read it")) : dataOrError;
      Seq<Mutation> waiting = made.waiting;
      made.waiting = new Seq<>();
      for (int k = 0; k < waiting.size(); k++) {
        waiting.get(k).waits--;
        if (made.failed) {
          waiting.get(k).giveUp(error);
        } else {
          goOn(waiting.get(k));
        }
      }
    }
  }

  private void goOn(Mutation mutation) {
    env.errors.guard(() -> rename(mutation, mutation.state.variables), mutation::giveUp);
    if (mutation.waits == 0 && mutation.state.isPaused) {
      mutation.proceed();
    }
  }

  private void rename(Mutation mutation, Object variables) {
    Object named = named(variables);
    if (!env.values.same(named, variables)) {
      mutation.setVariables(named);
    }
  }

  /** The value with the server's ids in the place of those it stands for. */
  private Object named(Object value) {
    return Texts.map(value, text -> {
      Made made = all.get(text);
      return made == null || made.real == null ? text : made.real;
    });
  }
}
