/** @fileoverview Options that are a value, or a function of the query. Member names are kept by the externs. */
goog.module('sanguine.OptionValue')
goog.module.declareLegacyNamespace()

const OptionValue = {}

// Written out: options are read so often that a call within would cost four times as much.
OptionValue.forQuery = (option, query) => (typeof option === 'function' ? option(query) : option)

exports = OptionValue
