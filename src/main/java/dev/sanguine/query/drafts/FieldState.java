package dev.sanguine.query.drafts;

/** What became of a field's text. */
enum FieldState {
  CLEAN("clean"),
  DIRTY("dirty"),
  SAVING("saving"),
  SAVED("saved"),
  REFUSED("refused"),
  CONFLICT("conflict");

  final String word;

  FieldState(String word) {
    this.word = word;
  }
}
