package dev.sanguine.payload;

/** The query of an address, as Payload's server reads it: nested names in brackets, everything percent-encoded. */
final class QueryText {
  /** The server reads no more parameters than this and says nothing of the rest. */
  static final int MOST_PARAMETERS = 1000;

  private final StringBuilder text = new StringBuilder();
  private int count;

  void add(String name, String value) {
    if (++count > MOST_PARAMETERS) {
      throw new IllegalArgumentException("the query has more than " + MOST_PARAMETERS
          + " parameters, and Payload reads no more; ask in several requests with fewer values");
    }
    if (text.length() > 0) {
      text.append('&');
    }
    text.append(Names.encode(name)).append('=').append(Names.encode(value));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
