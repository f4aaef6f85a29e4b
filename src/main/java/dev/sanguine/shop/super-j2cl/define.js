/** @fileoverview Defines the widgets' elements when the module is loaded. */
goog.module('dev.sanguine.shop.define');

const Widgets = goog.require('dev.sanguine.shop.Widgets');

Widgets.define();
