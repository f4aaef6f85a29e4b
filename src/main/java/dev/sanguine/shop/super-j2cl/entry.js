/** @fileoverview The module of the widgets: loading it defines their elements. */
goog.module('dev.sanguine.shop.entry');

const Widgets = goog.require('dev.sanguine.shop.Widgets');

Widgets.define();

exports = {
  connect: Widgets.connect,
  renderOrders: Widgets.renderOrders,
};
