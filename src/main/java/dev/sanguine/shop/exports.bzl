"""What the widgets' module exports: name -> 'java.package.Type' or 'java.package.Type#staticMember'."""

WIDGET_EXPORTS = {
    "connect": "dev.sanguine.shop.Widgets#connect",
    "renderOrders": "dev.sanguine.shop.Widgets#renderOrders",
}

# Defines <sanguine-orders> where there are custom elements.
WIDGET_ENTRY_POINTS = ["dev.sanguine.shop.define"]
