package dev.sanguine.query.pacing;

/** What happens to the page that a client lives in. */
public enum PageEvent {
  /** Nobody sees it any more. On a phone this may be the last that it hears. */
  HIDDEN,
  /** It is left, or frozen: no answer will reach it, unless it comes back. */
  LEFT,
  /** It is there again: it was looked at once more, taken out of the back-forward cache, or thawed. */
  BACK
}
