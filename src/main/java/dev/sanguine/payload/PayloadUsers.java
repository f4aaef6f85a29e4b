package dev.sanguine.payload;

import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;

/**
 * Signing in and out. In a browser the server's cookie does the rest; elsewhere hand {@link Session#token} to {@link
 * PayloadClient#withToken}.
 */
public final class PayloadUsers {
  private final PayloadClient client;
  private final String slug;

  PayloadUsers(PayloadClient client, String slug) {
    this.client = client;
    this.slug = slug;
  }

  /** {@link ErrorKind#UNAUTHORIZED} if the two don't fit. */
  public Thenable<Session> login(String email, String password) {
    return login(email, password, Call.plain());
  }

  public Thenable<Session> login(String email, String password, Call call) {
    Object data = Json.object("email", email, "password", password);
    return client.change(
        "POST", "/" + slug + "/login", data, call, (answers, request, response, answer) -> {
          answers.record(request, response, answer, "user", user -> user);
          return new Session(answer);
        });
  }

  /** Ends the session; a failure if nobody is signed in. */
  public Thenable<Void> logout() {
    return logout(Call.plain());
  }

  public Thenable<Void> logout(Call call) {
    return client.change(
        "POST", "/" + slug + "/logout", null, call, (answers, request, response, answer) -> null);
  }

  /** Who is signed in; null for nobody. */
  public Thenable<Session> me() {
    return me(Call.plain());
  }

  public Thenable<Session> me(Call call) {
    return client.get(
        "/" + slug + "/me",
        new QueryText(),
        call,
        (answers, request, response, answer) ->
            Json.isObject(Json.get(answer, "user")) ? new Session(answer) : null);
  }
}
