/**
 * @fileoverview The states of queries and mutations. They are copied with every change, so a copy names each member: that
 * takes a tenth of the time of a spread, and all states keep one shape. Member names are kept by the externs.
 */
goog.module('sanguine.States')
goog.module.declareLegacyNamespace()

const States = {}

// One for all queries: states are never changed.
const queryState = {
  data: void 0,
  dataUpdateCount: 0,
  dataUpdatedAt: 0,
  error: null,
  errorUpdateCount: 0,
  errorUpdatedAt: 0,
  fetchFailureCount: 0,
  fetchFailureReason: null,
  fetchMeta: null,
  isInvalidated: false,
  status: 'pending',
  fetchStatus: 'idle',
}

States.queryState = () => queryState

States.mutationState = () => ({
  context: void 0,
  data: void 0,
  error: null,
  failureCount: 0,
  failureReason: null,
  isPaused: false,
  status: 'idle',
  variables: void 0,
  submittedAt: 0,
})

/** The members of the engine's states, and whether one came from outside (storage, an app) that has others besides. */
const ofQueries = { names: Object.keys(queryState), othersCame: false }
const ofMutations = { names: Object.keys(States.mutationState()), othersCame: false }

/**
 * How many members the state has, if they are the first so many that it should have, in the order in which the engine
 * writes them down; else -1. A loop over names that are always the same is faster than a list of them.
 */
const countOf = (state, { names }) => {
  let count = 0
  for (const name in state) {
    if (name !== names[count]) return -1
    count++
  }
  return count
}

/** The state, which did not come from here. If it has members that are not known, copies keep all that they find from now on. */
const admit = (state, members) => {
  members.othersCame ||=
    countOf(state, members) < 0 && !Object.keys(state).every((name) => members.names.includes(name))
  return state
}

States.admitQuery = (state) => admit(state, ofQueries)

States.admitMutation = (state) => admit(state, ofMutations)

const copyOfQuery = (States.copyOfQuery = (state) =>
  ofQueries.othersCame
    ? { ...state }
    : {
        data: state.data,
        dataUpdateCount: state.dataUpdateCount,
        dataUpdatedAt: state.dataUpdatedAt,
        error: state.error,
        errorUpdateCount: state.errorUpdateCount,
        errorUpdatedAt: state.errorUpdatedAt,
        fetchFailureCount: state.fetchFailureCount,
        fetchFailureReason: state.fetchFailureReason,
        fetchMeta: state.fetchMeta,
        isInvalidated: state.isInvalidated,
        status: state.status,
        fetchStatus: state.fetchStatus,
      })

States.copyOfMutation = (state) =>
  ofMutations.othersCame
    ? { ...state }
    : {
        context: state.context,
        data: state.data,
        error: state.error,
        failureCount: state.failureCount,
        failureReason: state.failureReason,
        isPaused: state.isPaused,
        status: state.status,
        variables: state.variables,
        submittedAt: state.submittedAt,
      }

/** The partial state, and the members that it lacks from the other. */
States.whole = (partial, from) => {
  if (!partial) return copyOfQuery(from)
  const lacking = ofQueries.names.length - countOf(partial, ofQueries)
  // Whole, or whole but for how it is fetched, which is the last: so states come from storage and from servers.
  if (lacking < 2) {
    const whole = copyOfQuery(partial)
    if (lacking) whole.fetchStatus = from.fetchStatus
    return whole
  }
  admit(partial, ofQueries)
  return ofQueries.othersCame ? { ...from, ...partial } : Object.assign(copyOfQuery(from), partial)
}

/** What the state says, but for how it is fetched. */
States.withoutFetch = (state) => {
  if (countOf(state, ofQueries) < ofQueries.names.length) {
    const { fetchStatus, ...rest } = state
    return rest
  }
  return {
    data: state.data,
    dataUpdateCount: state.dataUpdateCount,
    dataUpdatedAt: state.dataUpdatedAt,
    error: state.error,
    errorUpdateCount: state.errorUpdateCount,
    errorUpdatedAt: state.errorUpdatedAt,
    fetchFailureCount: state.fetchFailureCount,
    fetchFailureReason: state.fetchFailureReason,
    fetchMeta: state.fetchMeta,
    isInvalidated: state.isInvalidated,
    status: state.status,
  }
}

/** The state without a fetch. */
States.idle = (state) =>
  Object.assign(copyOfQuery(state), { fetchStatus: 'idle', fetchFailureCount: 0, fetchFailureReason: null })

States.result = (state, observer) => {
  const status = state.status
  const result = {
    context: state.context,
    data: state.data,
    error: state.error,
    failureCount: state.failureCount,
    failureReason: state.failureReason,
    isPaused: state.isPaused,
    status,
    variables: state.variables,
    submittedAt: state.submittedAt,
    isPending: status === 'pending',
    isSuccess: status === 'success',
    isError: status === 'error',
    isIdle: status === 'idle',
    mutate: observer.mutate,
    reset: observer.reset,
  }
  return ofMutations.othersCame ? { ...state, ...result } : result
}

States.partOf = () => ({})

exports = States
