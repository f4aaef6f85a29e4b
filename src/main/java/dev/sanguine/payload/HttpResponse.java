package dev.sanguine.payload;

/** What a server answered: any status, any text. Immutable. */
public final class HttpResponse {
  public final int status;
  public final Headers headers;
  public final String text;

  public HttpResponse(int status, Headers headers, String text) {
    this.status = status;
    this.headers = headers;
    this.text = text;
  }
}
