package shop.orders;

import dev.sanguine.env.Seq;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.FieldError;
import dev.sanguine.payload.PayloadError;

/** What a failed request is called in plain words, as the end of a sentence. */
final class Failures {
  /** More fields than these are only counted. */
  private static final int MOST_FIELDS = 3;

  private Failures() {}

  /** Why something could not be read. */
  static String reason(Object error) {
    return cause(error) + ".";
  }

  /** Why a change was not saved; where it may have been saved nevertheless, it says 'not confirmed'. */
  static String reasonOfChange(Object error) {
    boolean open = isOpen(error) || PayloadError.is(error, ErrorKind.NETWORK);
    return cause(error) + (open ? ", so the change is not confirmed." : ".");
  }

  /** True if the server may have made the change all the same. */
  static boolean isOpen(Object error) {
    return error instanceof PayloadError && ((PayloadError) error).isOutcomeUnknown();
  }

  /** True if somebody else was faster. */
  static boolean isConflict(Object error) {
    return PayloadError.is(error, ErrorKind.CONFLICT);
  }

  /** True if the list shows what the server no longer has. */
  static boolean showsThatTheListIsOld(Object error) {
    return isConflict(error) || PayloadError.is(error, ErrorKind.NOT_FOUND);
  }

  static boolean asksToSignIn(Object error) {
    return PayloadError.is(error, ErrorKind.UNAUTHORIZED)
        || PayloadError.is(error, ErrorKind.FORBIDDEN);
  }

  private static String cause(Object error) {
    if (!(error instanceof PayloadError)) {
      return "something went wrong on this page";
    }
    PayloadError failure = (PayloadError) error;
    switch (failure.kind()) {
      case VALIDATION:
        return fields(failure);
      case UNAUTHORIZED:
      case FORBIDDEN:
        return "you are not signed in as someone who may change orders";
      case NOT_FOUND:
        return "the order does not exist any more";
      case CONFLICT:
        return "someone else has changed the order in the meantime";
      case RATE_LIMITED:
        return "the shop has too much to do at the moment";
      case SERVER:
        return "the shop had an error (" + failure.status() + ")";
      case NETWORK:
        return failure.isOutcomeUnknown() ? "the connection was lost" : "you are offline";
      case TIMEOUT:
        return "the shop did not answer in time";
      case ABORTED:
        return "the request was given up";
      case UNREADABLE:
        return "the shop's answer could not be read";
      default:
        return "the shop refused it (" + failure.status() + ")";
    }
  }

  /** The server's own words on the fields that it refused. */
  private static String fields(PayloadError failure) {
    Seq<FieldError> fields = failure.fieldErrors();
    if (fields.size() == 0) {
      return "the shop refused it: " + ServerText.clean(failure.message());
    }
    StringBuilder text = new StringBuilder("the shop refused it: ");
    int named = Math.min(fields.size(), MOST_FIELDS);
    for (int i = 0; i < named; i++) {
      FieldError field = fields.get(i);
      text.append(i == 0 ? "" : "; ")
          .append(ServerText.clean(field.label == null ? field.path : field.label))
          .append(": ")
          .append(ServerText.clean(field.message));
    }
    int left = fields.size() - named;
    return left == 0
        ? text.toString()
        : text.append("; and ").append(left).append(" more").toString();
  }
}
