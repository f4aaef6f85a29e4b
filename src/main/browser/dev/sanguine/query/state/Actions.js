/** @fileoverview What happens to the state of a query or a mutation, as their reducers and the caches' listeners are told. Member names are kept by the externs. */
goog.module('sanguine.Actions')
goog.module.declareLegacyNamespace()

const Actions = {}

Actions.action = (type) => ({ type })

Actions.failed = (failureCount, error) => ({ type: 'failed', failureCount, error })

Actions.success = (data, options) => ({
  data,
  type: 'success',
  dataUpdatedAt: options?.updatedAt,
  manual: options?.manual,
})

Actions.fetch = (meta) => ({ type: 'fetch', meta })

Actions.error = (error) => ({ type: 'error', error })

Actions.setState = (state) => ({ type: 'setState', state })

Actions.pending = (context, variables, isPaused) => ({ type: 'pending', context, variables, isPaused })

Actions.answered = (data) => ({ type: 'success', data })

exports = Actions
