package dev.sanguine.testkit;

/** Which requests of writes must not leave. */
final class SimulatedSends {
  private SimulatedSends() {}

  /** Null if this request may leave now. */
  static String wrong(SimulatedClient client, SimulatedRequest request) {
    for (int i = 0; i < request.carried.size(); i++) {
      String wrong = wrong(client, request, request.carried.get(i));
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private static String wrong(
      SimulatedClient client, SimulatedRequest request, SimulatedWrite write) {
    if (write.gone) {
      return "sends " + write.token + " of which nothing is left";
    }
    if (!write.isPending()) {
      return "sends the " + write.outcome.text + " " + write.token;
    }
    if (write.maker != null && SimulatedDocs.isTemporary(request.id)) {
      return "sends " + write.token + " with the temporary id " + request.id;
    }
    boolean isSameKey = write.key != null && write.key.equals(request.key);
    if (write.sent && write.key != null && request.content().equals(write.sentWith) != isSameKey) {
      return "sends " + write.token + " again under "
          + (isSameKey ? "the key of another" : "another key");
    }
    String wrong = SimulatedPacing.wrong(client, request, write);
    return wrong == null ? wrongOrder(client, request, write) : wrong;
  }

  /** Those that wait for one document, and those of one scope, leave one after the other. */
  private static String wrongOrder(
      SimulatedClient client, SimulatedRequest request, SimulatedWrite write) {
    for (int i = 0; i < client.writes.size(); i++) {
      SimulatedWrite other = client.writes.get(i);
      if (write.waitsWith(other)
          && !request.carried.has(other)
          && other.isPending()
          && other.order < write.order
          && other.execution == 0) {
        return "sends " + write.token + " before " + other.token
            + " that waits for the same document";
      }
    }
    for (int i = 0; i < client.open.size(); i++) {
      SimulatedWrite other = client.open.get(i).write;
      if (other == null
          || other == write
          || client.open.get(i).session != client.session
          || request.isOutOfTurn
          || client.open.get(i).isOutOfTurn) {
        continue;
      }
      boolean isOfScope = other.scope != null && other.scope.equals(client.open.get(i).scope);
      if (write.scope != null && isOfScope && write.scope.equals(other.scope)) {
        return "sends " + write.token + " while " + other.token + " of the same scope is under way";
      }
      if (write.waitsWith(other) && client.open.get(i).concerns()) {
        return "sends " + write.token + " while " + other.token
            + " is under way, which waited for the same document";
      }
    }
    return null;
  }
}
