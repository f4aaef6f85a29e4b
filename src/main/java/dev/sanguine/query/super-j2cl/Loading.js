/** @fileoverview Gives the law to the engine, which stands in a module before. */
goog.module('sanguine.Loading');
goog.module.declareLegacyNamespace();

const LawModule = goog.require('dev.sanguine.query.LawModule');

exports = LawModule.load();
