package dev.sanguine.payload;

/** What went wrong with a request. */
public enum ErrorKind {
  /** 400, 422: the data or the query is not acceptable; see {@link PayloadError#fieldErrors}. */
  VALIDATION("validation"),
  /** 401: wrong sign-in. */
  UNAUTHORIZED("unauthorized"),
  /** 403: not allowed, as Payload also answers those who are not signed in. */
  FORBIDDEN("forbidden"),
  /** 404. */
  NOT_FOUND("notFound"),
  /** 409, 412: the record is not what the change was made from; see {@link PayloadError#current}. */
  CONFLICT("conflict"),
  /** 429; see {@link PayloadError#retryAfter}. */
  RATE_LIMITED("rateLimited"),
  /** Any other 4xx. */
  REFUSED("refused"),
  /** 5xx. */
  SERVER("server"),
  /** No answer: offline, refused, or cut. */
  NETWORK("network"),
  /** No whole answer in time. */
  TIMEOUT("timeout"),
  /** Given up by the caller's signal. */
  ABORTED("aborted"),
  /** An answer, but none that Payload gives: no JSON, another shape, a redirect. */
  UNREADABLE("unreadable");

  /** The kind as JavaScript sees it. */
  public final String value;

  ErrorKind(String value) {
    this.value = value;
  }

  static ErrorKind of(String value) {
    for (ErrorKind kind : values()) {
      if (kind.value.equals(value)) {
        return kind;
      }
    }
    return UNREADABLE;
  }
}
