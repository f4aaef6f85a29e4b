"""What the widgets' module exports: name -> 'java.package.Type' or 'java.package.Type#staticMember'."""

load("//src/main/java/dev/sanguine/js:exports.bzl", "ENGINE_EXPORTS", "INTENTS_EXPORTS")

WIDGET_EXPORTS = {
    "connect": "dev.sanguine.shop.entry#connect",
    "renderOrders": "dev.sanguine.shop.entry#renderOrders",
}

# For the classic script, which holds all.
ALL_EXPORTS = dict(ENGINE_EXPORTS, **dict(INTENTS_EXPORTS, **WIDGET_EXPORTS))
