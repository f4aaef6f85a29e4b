/** @fileoverview The page's one world: its managers, which the module exports. */
goog.module('sanguine.Face')
goog.module.declareLegacyNamespace()

const BrowserEnvironment = goog.require('dev.sanguine.js.BrowserEnvironment')

exports = BrowserEnvironment.standard()
