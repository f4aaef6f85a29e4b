/** @fileoverview The module of the widgets: loading it defines their elements. */
goog.module('shop.orders.entry');

const Widgets = goog.require('shop.orders.Widgets');

Widgets.define();

exports = {
  connect: Widgets.connect,
  renderOrders: Widgets.renderOrders,
};
