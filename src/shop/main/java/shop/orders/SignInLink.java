package shop.orders;

import dev.sanguine.json.Json;

/** Where a person signs in to make a change after all: the address says what to come back to. */
final class SignInLink {
  private SignInLink() {}

  static String to(Object record, OrderStatus target) {
    Object id = Json.get(record, "id");
    if (!(id instanceof Double)) {
      return "/sign-in";
    }
    // /orders?order=42&status=paid
    return "/sign-in?to=%2Forders%3Forder%3D" + Amounts.whole((Double) id) + "%26status%3D"
        + Steps.className(target);
  }
}
