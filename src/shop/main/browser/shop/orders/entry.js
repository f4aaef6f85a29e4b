/** @fileoverview The module orders-widget.mjs: loading it defines the element. */
goog.module('shop.orders.entry')

const OrdersPage = goog.require('shop.orders.OrdersPage')

OrdersPage.define()

exports = {
  connect: OrdersPage.connect,
  renderOrders: OrdersPage.renderOrders,
}
