/** @fileoverview Reads and makes the options of a fetch, and those of its cancelling; they may be absent. Member names are kept by the externs. */
goog.module('sanguine.FetchSettings')
goog.module.declareLegacyNamespace()

const FetchSettings = {}

FetchSettings.direction = (meta) => meta?.fetchMore?.direction

FetchSettings.directionOf = (options) => FetchSettings.direction(FetchSettings.meta(options))

FetchSettings.initial = (initialPromise) => ({ initialPromise })

FetchSettings.towards = (direction, options) => ({ ...options, meta: { fetchMore: { direction } } })

FetchSettings.meta = (options) => options?.meta

FetchSettings.initialPromise = (options) => options?.initialPromise

FetchSettings.reverts = (options) => options?.revert

FetchSettings.isSilent = (options) => options?.silent

exports = FetchSettings
