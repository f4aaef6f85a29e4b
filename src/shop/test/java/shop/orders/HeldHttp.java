package shop.orders;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Listener;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.payload.Headers;
import dev.sanguine.payload.Http;
import dev.sanguine.payload.HttpRequest;
import dev.sanguine.payload.HttpResponse;
import dev.sanguine.payload.PayloadError;
import java.util.ArrayList;
import java.util.List;

/** A server that answers when the test says so, in any order. */
final class HeldHttp implements Http {
  private final Environment environment;
  final List<Exchange> reads = new ArrayList<>();
  final List<Exchange> changes = new ArrayList<>();

  HeldHttp(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Thenable<HttpResponse> send(HttpRequest request) {
    return environment.deferreds.create(
        (resolve, reject) -> (request.method.equals("GET") ? reads : changes)
            .add(new Exchange(request, resolve, reject)));
  }

  /** A request that waits for its answer. */
  static final class Exchange {
    final HttpRequest request;
    private final Listener<Object> resolve;
    private final Listener<Object> reject;

    private Exchange(HttpRequest request, Listener<Object> resolve, Listener<Object> reject) {
      this.request = request;
      this.resolve = resolve;
      this.reject = reject;
    }

    void answer(int status, Object document) {
      answer(status, Json.stringify(document));
    }

    void answer(int status, String text) {
      answer(status, Headers.NONE, text);
    }

    void answer(int status, Headers headers, String text) {
      resolve.on(new HttpResponse(status, headers, text));
    }

    /** The server refuses the change: it has this record, of another version. */
    void hasAnother(Object current) {
      Object error =
          Json.object("message", "Another version.", "data", Json.object("current", current));
      answer(412, Json.object("errors", Json.array(error)));
    }

    String precondition() {
      return request.headers.get("If-Match");
    }

    /** Payload's answer to a change. */
    void changed(Object record) {
      answer(200, Json.object("doc", record, "message", "Updated successfully."));
    }

    void cut() {
      reject.on(PayloadError.cut(request, null));
    }

    void offline() {
      reject.on(PayloadError.notSent(request, null));
    }

    /** Method, path and query, and body. */
    @Override
    public String toString() {
      return request.method + " " + request.url + (request.body == null ? "" : " " + request.body);
    }
  }
}
