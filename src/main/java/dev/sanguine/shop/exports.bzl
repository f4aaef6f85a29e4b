"""What the widgets' module exports: name -> 'java.package.Type' or 'java.package.Type#staticMember'."""

WIDGET_EXPORTS = {
    "connect": "dev.sanguine.shop.entry#connect",
    "renderOrders": "dev.sanguine.shop.entry#renderOrders",
}
