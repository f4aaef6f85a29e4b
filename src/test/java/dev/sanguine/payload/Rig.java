package dev.sanguine.payload;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Supply;
import dev.sanguine.env.Thenable;
import dev.sanguine.testkit.VirtualEnvironment;

/** A client on virtual time over an Http that answers by script and keeps what was sent. */
final class Rig {
  final VirtualEnvironment world = new VirtualEnvironment();
  final Environment environment = world.environment();
  final Seq<HttpRequest> sent = new Seq<>();
  final PayloadClient client = new PayloadClient(this::send, environment, "/api");
  final PayloadCollection<Object> orders = client.collection("orders");

  private final Seq<HttpResponse> answers = new Seq<>();
  private Listener<Object> resolve;
  private Listener<Object> reject;

  private Thenable<HttpResponse> send(HttpRequest request) {
    sent.add(request);
    if (answers.size() > 0) {
      return environment.deferreds.resolve(answers.removeAt(0));
    }
    return environment.deferreds.create((resolve, reject) -> {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** The next request gets this answer at once. Without one a request is held until {@link #settle} or {@link #cut}. */
  Rig answer(int status, String text) {
    return answer(status, Headers.NONE.with("Content-Type", "application/json"), text);
  }

  Rig answer(int status, Headers headers, String text) {
    answers.add(new HttpResponse(status, headers, text));
    return this;
  }

  void settle(Object response) {
    resolve.on(response);
    world.runMicrotasks();
  }

  void cut(Object error) {
    reject.on(error);
    world.runMicrotasks();
  }

  HttpRequest last() {
    return sent.get(sent.size() - 1);
  }

  /** The address of the last request, what is encoded in it made readable. */
  String lastAsked() {
    String url = last().url;
    return url.replace("%5B", "[").replace("%5D", "]");
  }

  <T> T value(Thenable<T> thenable) {
    Outcome<T> outcome = watch(thenable);
    assertEquals("value", outcome.state);
    return outcome.value;
  }

  PayloadError error(Thenable<?> thenable) {
    Outcome<?> outcome = watch(thenable);
    assertEquals("error", outcome.state);
    assertTrue("a PayloadError: " + outcome.error, outcome.error instanceof PayloadError);
    return (PayloadError) outcome.error;
  }

  /** What becomes of the thenable, kept up to date. */
  <T> Outcome<T> watch(Thenable<T> thenable) {
    Outcome<T> outcome = new Outcome<>();
    thenable.then(
        value -> {
          outcome.state = "value";
          outcome.value = value;
          return null;
        },
        error -> {
          outcome.state = "error";
          outcome.error = error;
          return null;
        });
    world.runMicrotasks();
    assertEquals("unhandled rejections", 0, world.unhandled().size());
    return outcome;
  }

  /** The message of what {@code call} throws. */
  static String refusal(Supply call) {
    try {
      call.get();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
    return "nothing was thrown";
  }

  static final class Outcome<T> {
    String state = "pending";
    T value;
    Object error;

    PayloadError payloadError() {
      return (PayloadError) error;
    }
  }
}
