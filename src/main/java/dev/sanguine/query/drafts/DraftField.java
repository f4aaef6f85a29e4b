package dev.sanguine.query.drafts;

import dev.sanguine.env.OrderedSet;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Values;

/** One field of a draft: what was typed, what that is a change of, and what became of it. */
final class DraftField {
  final String path;
  final Seq<String> parts;
  /** Something is typed, and is what the form shows. */
  boolean hasText;

  Object text;
  /** What the text is a change of. */
  Object origin;
  /** The forms in which the person is in the field: its text is his until he leaves it. */
  final OrderedSet<DraftObserver> heldBy = new OrderedSet<>();
  /** Those that carry the field and are not over, the one that was sent last at the end. */
  final Seq<DraftSave> saves = new Seq<>();
  /** The latest save that carried it and has failed; null if it was typed or sent anew since. */
  DraftSave failed;
  /** How the latest save of this text ended: CLEAN if none did. */
  FieldState ended = FieldState.CLEAN;

  Object message;
  /** What the server has, if that was the answer to a save. */
  Object theirs;

  private final Values values;

  DraftField(Values values, String path) {
    this.values = values;
    this.path = path;
    parts = Paths.parts(path);
    forgetEnd();
  }

  /** The latest save that carries it and is not over; null if there is none. */
  DraftSave save() {
    return saves.size() == 0 ? null : saves.get(saves.size() - 1);
  }

  boolean isHeld() {
    return heldBy.size() > 0;
  }

  /** The path of a field inside this one, from here on. */
  Seq<String> rest(String inner) {
    return Paths.parts(inner.substring(path.length() + 1));
  }

  /** It is typed anew: what became of the text before is over. */
  void forgetEnd() {
    ended = FieldState.CLEAN;
    message = values.undefined();
    theirs = values.undefined();
  }

  void refuse(Object message) {
    ended = FieldState.REFUSED;
    this.message = message;
  }

  void ask(Object theirs) {
    ended = FieldState.CONFLICT;
    this.theirs = theirs;
  }

  void dropText() {
    hasText = false;
    text = null;
    origin = null;
  }

  /** The text is under way, as it is. */
  boolean isUnderWay() {
    return save() != null && hasText && isEqual(save().sent(this), text);
  }

  boolean isDirty() {
    return hasText && !isEqual(save() != null ? save().sent(this) : origin, text);
  }

  FieldState state() {
    boolean isAnswered = ended == FieldState.CONFLICT || ended == FieldState.REFUSED;
    return isAnswered
        ? ended
        : isUnderWay() ? FieldState.SAVING : isDirty() ? FieldState.DIRTY : ended;
  }

  /**
   * What somebody else has made of it; undefined if nobody has. While a save of it is under way nobody can tell: the view
   * has what is being saved.
   */
  Object theirsIn(Object view) {
    boolean isTold = save() == null && isDirty() && !isEqual(view, origin) && !isEqual(view, text);
    return isTold ? view : theirs;
  }

  boolean isEqual(Object a, Object b) {
    return values.same(a, b) || values.same(values.replaceEqualDeep(a, b), a);
  }
}
