/** The functions of the index that need no client. */

const DATES = new Date(5000)

/** Objects that are no plain records or lists. */
const ODD_OBJECTS = ['bare', 'instance', 'inherits', 'map', 'sparse', 'withMembers', 'deep']

/** What keys and data may hold, nested at random. */
function anything(draw, depth = 0) {
  const leaves = [
    0,
    1,
    'a',
    '',
    null,
    { $: 'absent' },
    true,
    false,
    NaN,
    DATES,
    { $: 'odd', how: draw.pick(ODD_OBJECTS) },
  ]
  if (depth > 2 || draw.chance(0.4)) return draw.pick(leaves)
  if (draw.chance(0.5)) return Array.from({ length: draw.int(4) }, () => anything(draw, depth + 1))
  return Object.fromEntries(
    draw.random.some(['a', 'b', 'c', 'd'], 0.5).map((name) => [name, anything(draw, depth + 1)]),
  )
}

/** The same with one part drawn anew. */
function similar(draw, value) {
  if (draw.chance(0.25) || value === null || typeof value !== 'object' || value.$ || value === DATES)
    return draw.chance(0.5) ? value : anything(draw, 2)
  if (Array.isArray(value)) {
    const items = value.map((item) => (draw.chance(0.3) ? similar(draw, item) : item))
    return draw.chance(0.2) ? items.slice(0, -1) : items
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, draw.chance(0.3) ? similar(draw, item) : item]),
  )
}

function ask(weight, draw, play) {
  return {
    group: 'pure',
    weight,
    draw,
    play: (world, step) => {
      const clones = step.values.map((value) => (value === DATES ? value : world.build(value)))
      world.log('answers', `${step.word} ${world.show(play(world.library, ...clones))}`)
    },
  }
}

function two(draw) {
  const value = [anything(draw), anything(draw, 1)]
  return { values: [value, similar(draw, value)] }
}

/** Which parts of the result are those of the first value, by path. */
function kept(previous, result, path = '') {
  if (result === null || typeof result !== 'object') return []
  if (previous === result) return [path || 'all']
  if (previous === null || typeof previous !== 'object') return []
  return Object.keys(result).flatMap((key) => kept(previous[key], result[key], `${path}.${key}`))
}

/** Functions that ask about a query or a mutation of the client. */
function askAbout(weight, draw, play) {
  return {
    group: 'pure',
    weight,
    draw: (d) => ({ ...d.client(), ...draw(d) }),
    play: (world, step) =>
      world.log('answers', `${step.word} ${world.show(play(world, world.client(step), world.build(step)))}`),
  }
}

export const PURE_WORDS = {
  matchQuery: askAbout(
    2,
    (draw) => ({ filters: draw.filters() }),
    ({ library }, client, { filters }) =>
      client
        .getQueryCache()
        .getAll()
        .map((query) => library.matchQuery(filters, query)),
  ),
  matchMutation: askAbout(
    1,
    (draw) => ({ filters: draw.mutationFilters() }),
    ({ library }, client, { filters }) =>
      client
        .getMutationCache()
        .getAll()
        .map((mutation) => library.matchMutation(filters, mutation)),
  ),
  shouldDehydrate: askAbout(
    1,
    () => ({}),
    ({ library }, client) => [
      client
        .getQueryCache()
        .getAll()
        .map((query) => library.defaultShouldDehydrateQuery(query)),
      client
        .getMutationCache()
        .getAll()
        .map((mutation) => library.defaultShouldDehydrateMutation(mutation)),
    ],
  ),
  shouldThrowError: askAbout(
    1,
    (draw) => ({ throwOnError: draw.pick([true, false, { $: 'absent' }, { $: 'throwOnError', how: 'odd' }]) }),
    ({ library }, client, { throwOnError }) => library.shouldThrowError(throwOnError, [new Error('odd'), undefined]),
  ),
  isCancelledError: askAbout(
    0.5,
    (draw) => ({ options: draw.pick([{ $: 'absent' }, { revert: true }, { silent: true }]) }),
    ({ library }, client, { options }) => {
      const error = new library.CancelledError(options)
      return [
        error,
        error.message,
        library.isCancelledError(error),
        library.isCancelledError(new Error('CancelledError')),
        library.keepPreviousData(7),
        library.noop(1),
      ]
    },
  ),
  hashKey: ask(
    2,
    (draw) => ({ values: [[anything(draw), anything(draw)]] }),
    (library, key) => library.hashKey(key),
  ),
  partialMatchKey: ask(4, two, (library, key, part) => [
    library.partialMatchKey(key, part),
    library.partialMatchKey(part, key),
  ]),
  replaceEqualDeep: ask(4, two, (library, previous, next) => {
    const result = library.replaceEqualDeep(previous, next)
    return [result, kept(previous, result), result === next]
  }),
}
