/**
 * Functions that a program hands to the library. In a program they are data, `{ $: kind, name, ... }`; here they
 * become functions. One with a name logs its calls there, and the same name is the same function each time.
 */

/** What a source answers, by kind; every kind but `record` has something that libraries trip over. */
const ANSWERS = {
  record: (n, name) => ({ v: n, by: name, part: { fixed: 1 }, list: [{ id: 'a' }, { id: n }] }),
  number: (n) => n,
  text: (n) => (n % 3 ? `text ${n}` : ''),
  falsy: (n) => [0, false, ''][n % 3],
  nothing: () => null,
  undefined: (n) => (n % 2 ? { v: n } : undefined),
  list: (n) => [{ id: 1, n: 0 }, { id: 2, n }, n],
  date: (n) => new Date(n * 1000),
  holes: (n) => ({ gone: undefined, inner: { n, none: null }, list: [undefined, n] }),
}

export const ANSWER_KINDS = Object.keys(ANSWERS)

const isEven = (data) => (data?.v ?? data ?? 0) % 2 === 0

/** By option and by `how`: functions of the query, which log nothing, for nobody promises how often they are asked. */
const OF_QUERY = {
  enabled: {
    untilTwo: (query) => query.state.dataUpdateCount < 2,
    ifData: (query) => query.state.data !== undefined,
    never: () => false,
  },
  staleTime: { growing: (query) => query.state.dataUpdateCount * 20, never: () => Infinity, static: () => 'static' },
  refetchInterval: { thrice: (query) => (query.state.dataUpdateCount < 3 ? 40 : false), off: () => undefined },
  refetch: { ifData: (query) => query.state.data !== undefined, always: () => 'always', never: () => false },
  retryOnMount: { never: () => false, ifOnce: (query) => query.state.errorUpdateCount < 2 },
}

const SELECTS = {
  part: (data) => data?.part,
  wrap: (data) => ({ wrapped: data }),
  version: (data) => data?.v,
  pages: (data) => (data?.pages ? { count: data.pages.length, last: data.pages.at(-1) } : data),
  undefined: () => undefined,
  throwsIfEven: (data) => {
    if (isEven(data)) throw new Error('select fails')
    return { odd: data }
  },
}

const UPDATERS = {
  add: (data) =>
    data && typeof data === 'object' && !Array.isArray(data) ? { ...data, added: (data.added ?? 0) + 1 } : data,
  copy: (data) => data && structuredClone(data),
  same: (data) => data,
  nothing: () => undefined,
}

const SHARINGS = {
  take: (previous, next) => next,
  keep: (previous, next) => previous ?? next,
  merge: (previous, next) =>
    next && typeof next === 'object' && !Array.isArray(next) ? { ...next, before: previous?.v ?? null } : next,
  throwsIfEven: (previous, next) => {
    if (isEven(next)) throw new Error('sharing fails')
    return next
  },
}

const PREDICATES = {
  hasData: (query) => query.state.data !== undefined,
  odd: (query) => query.state.dataUpdateCount % 2 === 1,
  none: () => false,
  keyed: (query) => query.queryKey.length > 1,
}

const MUTATION_PREDICATES = {
  paused: (mutation) => mutation.state.isPaused,
  failed: (mutation) => mutation.state.status === 'error',
  keyed: (mutation) => mutation.options.mutationKey !== undefined,
}

const COMBINES = {
  data: (results) => results.map((result) => result.data),
  pending: (results) => ({ pending: results.some((result) => result.isPending), count: results.length }),
  status: (results) => results.map((result) => [result.status, result.fetchStatus]),
  all: (results) => ({ results }),
}

const HASHES = {
  upper: (key) => JSON.stringify(key).toUpperCase(),
  first: (key) => `first of ${String(key[0])}`,
}

class Instance {
  member = 1
}

const ODD_OBJECTS = {
  bare: () => Object.assign(Object.create(null), { member: 1 }),
  instance: () => new Instance(),
  inherits: () => Object.assign(Object.create({ above: 1 }), { member: 1 }),
  map: () => new Map([['member', 1]]),
  // eslint-disable-next-line no-sparse-arrays
  sparse: () => [1, , 3],
  withMembers: () => Object.assign([1, 2], { member: 1 }),
  deep: () => Array.from({ length: 520 }).reduce((inner) => ({ inner }), 1),
}

/** The builders, by `$`. Each is given the world and the data, and gives the function. */
const BUILDERS = {
  skip: (world) => world.library.skipToken,
  keepPrevious: (world) => world.library.keepPreviousData,
  odd: (world, { how }) => ODD_OBJECTS[how](),
  answer: (world, { kind, n }) => ANSWERS[kind](n, 'set'),
  ofQuery: (world, { option, how }) => OF_QUERY[option][how],
  select: logged(({ how }) => SELECTS[how]),
  updater: (world, { how }) => UPDATERS[how],
  sharing: logged(({ how }) => SHARINGS[how]),
  placeholder: logged(
    ({ how }) =>
      (previous) =>
        how === 'previous' ? previous : how === 'undefined' ? undefined : { v: -3, previous: previous?.v ?? null },
  ),
  initial: logged(
    ({ value }) =>
      () =>
        value,
  ),
  initialTime: logged(
    ({ value }) =>
      () =>
        value,
  ),
  retry: logged(
    ({ times }) =>
      (count) =>
        count < times,
  ),
  retryDelay: logged(
    ({ ms }) =>
      (count) =>
        ms * (count + 1),
  ),
  throwOnError:
    (world, { how }) =>
    (error) =>
      how === 'odd' ? error.message.length % 2 === 1 : how === 'always',
  hash: (world, { how }) => HASHES[how],
  props:
    (world, { props }) =>
    () =>
      props,
  nextPage:
    (world, { last, end }) =>
    (page) =>
      page?.page < last ? page.page + 1 : end,
  previousPage:
    (world, { first, end }) =>
    (page) =>
      page?.page > first ? page.page - 1 : end,
  predicate: (world, { how }) => PREDICATES[how],
  mutationPredicate: (world, { how }) => MUTATION_PREDICATES[how],
  combine: logged(({ how }) => COMBINES[how]),
  // Pages, lists and texts keep their form: an observer or a stream may find them before they are deserialized.
  serialize: () => (data) =>
    data?.pages ? { ...data, packed: true } : Array.isArray(data) || typeof data === 'string' ? data : { packed: data },
  deserialize: () => (data) =>
    data?.pages ? { pages: data.pages, pageParams: data.pageParams } : (data?.packed ?? data),
  redact:
    (world, { how }) =>
    () =>
      how === 'all',
  which:
    (world, { how }) =>
    (entry) =>
      how === 'all' || entry.state.status === how,
}

/** A function that logs what it is given and what it gives. */
function logged(make) {
  return (world, data) => {
    const run = make(data)
    return (...parts) => {
      world.log(data.name, `called with ${parts.map((part) => world.show(part)).join(', ')}`)
      return run(...parts)
    }
  }
}

export function builder(kind) {
  return BUILDERS[kind]
}

export function addBuilders(builders) {
  Object.assign(BUILDERS, builders)
}

export function answerOf(kind, n, name) {
  return ANSWERS[kind](n, name)
}

export const HOWS = {
  select: Object.keys(SELECTS),
  updater: Object.keys(UPDATERS),
  sharing: Object.keys(SHARINGS),
  predicate: Object.keys(PREDICATES),
  mutationPredicate: Object.keys(MUTATION_PREDICATES),
  combine: Object.keys(COMBINES),
  hash: Object.keys(HASHES),
  ofQuery: Object.fromEntries(Object.entries(OF_QUERY).map(([option, hows]) => [option, Object.keys(hows)])),
}
