/** @fileoverview What a mutation function is given for a precondition. Member names are kept by the externs. */
goog.module('sanguine.Preconditions')
goog.module.declareLegacyNamespace()

const Preconditions = {}

const getter = (get) => ({ get, configurable: true, enumerable: true })

// Getters: who reads the version is taken to send it, and nobody pays for what he does not read.
Preconditions.put = (context, base, bases, version) => {
  Object.defineProperties(context, {
    base: getter(() => base()),
    bases: getter(() => bases()),
    version: getter(() => version()),
  })
}

exports = Preconditions
