/** @fileoverview Stands in the place of a query function that must not be called. Member names are kept by the externs. */
goog.module('sanguine.SkipToken')
goog.module.declareLegacyNamespace()

const SkipToken = {}

SkipToken.skipToken = Symbol()

exports = SkipToken
