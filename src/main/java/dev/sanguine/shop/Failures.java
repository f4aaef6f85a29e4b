package dev.sanguine.shop;

import dev.sanguine.env.Seq;
import dev.sanguine.payload.ErrorKind;
import dev.sanguine.payload.FieldError;
import dev.sanguine.payload.PayloadError;

/** What a failed request is called in plain words, as the end of a sentence. */
final class Failures {
  private Failures() {}

  /** Why something could not be read. */
  static String reason(Object error) {
    return cause(error) + ".";
  }

  /** Why a change was not saved; where it may have been saved nevertheless, it says 'not confirmed'. */
  static String reasonOfChange(Object error) {
    boolean open =
        error instanceof PayloadError
            && (((PayloadError) error).isOutcomeUnknown() || ((PayloadError) error).kind() == ErrorKind.NETWORK);
    return cause(error) + (open ? ", so the change is not confirmed." : ".");
  }

  static boolean asksToSignIn(Object error) {
    return PayloadError.is(error, ErrorKind.UNAUTHORIZED) || PayloadError.is(error, ErrorKind.FORBIDDEN);
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
      return "the shop refused it: " + sentence(failure.message());
    }
    StringBuilder text = new StringBuilder("the shop refused it: ");
    for (int i = 0; i < fields.size(); i++) {
      FieldError field = fields.get(i);
      text.append(i == 0 ? "" : "; ")
          .append(field.label == null ? field.path : field.label)
          .append(": ")
          .append(sentence(field.message));
    }
    return text.toString();
  }

  /** Without the full stop at its end, which the whole sentence brings. */
  private static String sentence(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
