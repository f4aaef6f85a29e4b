package dev.sanguine.testkit;

/** What can happen in a simulation, and its share: the weight among the weights of all. */
enum Step {
  /** The world as it is in the beginning: the first of every schedule, and never drawn. */
  BEGIN(0),

  // A person writes.
  MUTATE(23),
  MUTATE_PLAINLY(3),
  LOOK_AT_PENDING(3),
  GIVE_UP(2),
  TAKE_OUT_A_MUTATION(1),
  CLEAR_MUTATIONS(1),
  CHANGE_SCOPE(1),
  UNDO(2),
  SEND_NOW(1),
  LEAVE_THE_PAGE(1),

  // A person reads.
  REFETCH(3),
  FETCH(2),
  ENSURE(2),
  NEXT_PAGE(2),
  PREVIOUS_PAGE(1),
  WATCH(3),
  LEAVE(2),
  CANCEL_QUERIES(1),
  COLLECT(1),

  // A person comes and goes.
  RELOAD(1),
  LOG_OUT(1),
  NETWORK(3),
  FOCUS(2),

  // The server, the wire and the clocks.
  SERVER_SEES(15),
  SERVER_REFUSES(3),
  SERVER_MOVES_ON(2),
  ANSWER(20),
  ANSWER_ALL_READS(1),
  LOSE(3),
  ARRIVE_LATE(1),
  PUSH(2),
  PUSH_BY_HAND(1),
  SEND_UNASKED(1),
  SEND_A_PROMISE(1),
  DELIVER(2),
  KEEP_A_PROMISE(1),
  TIME_PASSES(2),
  CLOCK_JUMPS(1);

  static final Step[] ALL = values();

  final int weight;

  Step(int weight) {
    this.weight = weight;
  }
}
