package dev.sanguine.payload;

import dev.sanguine.json.Json;

/** Who is signed in. */
public final class Session {
  /** The user's record. */
  public final Object user;
  /** The token, for {@link PayloadClient#withToken}; null if the server keeps it in the cookie alone. */
  public final String token;
  /** When it ends, in milliseconds since 1970; NaN if the server does not say. */
  public final double expires;

  Session(Object answer) {
    user = Json.get(answer, "user");
    token = Json.string(answer, "token");
    expires = Json.number(answer, "exp") * 1000;
  }
}
