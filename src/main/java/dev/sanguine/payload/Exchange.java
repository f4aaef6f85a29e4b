package dev.sanguine.payload;

import dev.sanguine.env.AbortController;
import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Thenable;

/** One request on its way: settled by the answer, the caller's signal or the timeout, whichever comes first. */
final class Exchange {
  private final Environment environment;
  private final HttpRequest request;
  private final Listener<Object> resolve;
  private final Listener<Object> reject;
  private final AbortController controller = new AbortController();
  private Object timer;
  private Listener<Object> onAbort;
  private boolean done;

  private Exchange(
      Environment environment,
      HttpRequest request,
      Listener<Object> resolve,
      Listener<Object> reject) {
    this.environment = environment;
    this.request = request;
    this.resolve = resolve;
    this.reject = reject;
  }

  /**
   * Sends the request.
   *
   * @param timeout milliseconds; 0 for none
   */
  static Thenable<HttpResponse> send(
      Environment environment, Http http, HttpRequest request, double timeout) {
    if (request.signal != null && request.signal.aborted) {
      return environment.deferreds.reject(aborted(request, false));
    }
    return environment.deferreds.create((resolve, reject) ->
        new Exchange(environment, request, resolve, reject).start(http, timeout));
  }

  private void start(Http http, double timeout) {
    if (timeout > 0) {
      timer = environment.timeouts.setTimeout(
          () -> giveUp(new PayloadError(
              ErrorKind.TIMEOUT,
              request,
              "The server did not answer within " + (int) Math.ceil(timeout / 1000)
                  + " s. Try again.",
              true)),
          timeout);
    }
    if (request.signal != null) {
      onAbort = event -> giveUp(aborted(request, true));
      request.signal.addEventListener("abort", onAbort);
    }
    Object sent = environment.errors.attempt(
        () -> http.send(request.with(controller.signal)),
        error -> environment.deferreds.reject(thrown(error)));
    environment
        .deferreds
        .<Object>resolve(sent)
        .then(
            response -> {
              end(resolve, response instanceof HttpResponse ? response : null);
              return null;
            },
            error -> {
              end(reject, error instanceof PayloadError ? error : PayloadError.cut(request, error));
              return null;
            });
  }

  private void giveUp(PayloadError error) {
    end(reject, error);
    controller.abort();
  }

  private void end(Listener<Object> settle, Object value) {
    if (done) {
      return;
    }
    done = true;
    if (timer != null) {
      environment.timeouts.clearTimeout(timer);
    }
    if (onAbort != null) {
      request.signal.removeEventListener("abort", onAbort);
    }
    settle.on(value);
  }

  /** An Http that throws is misused (an address it can't read, say): what it says is to be seen. */
  private Object thrown(Object error) {
    return error instanceof PayloadError
        ? error
        : new PayloadError(
                ErrorKind.NETWORK, request, "The request could not be sent: " + error, true)
            .because(error);
  }

  private static PayloadError aborted(HttpRequest request, boolean sent) {
    return new PayloadError(ErrorKind.ABORTED, request, "The request was given up.", sent);
  }
}
