package dev.sanguine.testkit.forms;

/** What can happen around forms, and its share. */
enum FormWord {
  /** A person types one more letter. */
  TYPE(26),
  /** A person takes a letter back, or all of what he typed. */
  ERASE(5),
  SAVE(14),
  SAVE_ONE(4),
  DISCARD(2),
  /** A person comes into a field, or leaves it. */
  FOCUS(6),
  /** A form is closed, or opened. */
  MOUNT(4),
  /** Another part of the page changes a record. */
  OTHER_CHANGE(4),
  /** Another person changes a record on the server. */
  SOMEBODY_ELSE(4),
  SORT(3),
  REFETCH(8),
  PUSH(3),
  SERVER_SEES(24),
  SERVER_REFUSES(5),
  ANSWER(24),
  LOSE(3),
  /** A person decides about a text that clashes. */
  RESOLVE(5),
  /** A person sends what failed again, or forgets it. */
  LOOK_AT_FAILED(3),
  CANCEL(2),
  CREATE(2),
  TIME(3);

  static final FormWord[] ALL = values();

  final int weight;

  FormWord(int weight) {
    this.weight = weight;
  }
}
