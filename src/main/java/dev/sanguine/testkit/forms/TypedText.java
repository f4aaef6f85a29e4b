package dev.sanguine.testkit.forms;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Thenable;

/**
 * What a person has typed into one field, as he himself would tell it. As long as it is his, every form shows it. It is
 * his no more if he discards it, if the server has taken it, or if it is no change.
 */
final class TypedText {
  final EditedRecord record;
  final String field;
  /** What he typed last. */
  String text = "";
  /** What he began on. */
  String origin = "";

  boolean isHis;
  /** He is in the field. */
  boolean isIn;
  /** The save that is under way, and what it took along; null if none is. */
  Thenable<Object> save;

  String sent;
  /** How often he began anew. */
  int lives;

  /** How many saves are under way. */
  int underWay;
  /** Everything that he saved, or tried to. */
  final OrderedSet<String> saved = new OrderedSet<>();

  TypedText(EditedRecord record, String field) {
    this.record = record;
    this.field = field;
  }

  void type(String text, String shown) {
    if (!isHis) {
      isHis = true;
      origin = shown;
    }
    this.text = text;
  }

  void enter(String shown) {
    isIn = true;
    type(isHis ? text : shown, shown);
  }

  /** He begins anew: what comes of his saves changes nothing any more. */
  void discard() {
    isHis = false;
    save = null;
    underWay = 0;
    lives++;
  }

  void drop() {
    isHis = false;
  }

  /** The server has it: what he typed later is a change of that. */
  void wasTaken(String sent, String answered) {
    if (!sent.equals(text)) {
      origin = answered;
    } else if (isIn) {
      origin = text;
    } else {
      isHis = false;
    }
  }

  /** What equals what he began on, or what the record has by itself, is no change. */
  void look(String view, String base) {
    if (isHis
        && !isIn
        && underWay == 0
        && (text.equals(origin) || text.equals(view) && text.equals(base))) {
      isHis = false;
    }
  }

  String name() {
    return record.name + "." + field;
  }
}
