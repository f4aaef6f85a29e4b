/**
 * Draws a program: clients, and steps in their order. The same seed and number of steps give the same program, on
 * every library. Each program has only some of the groups of words, so that these meet each other more often.
 */
import { Draw } from './draw.mjs'
import { fetchOptions, observerOptions } from './options.mjs'
import { dehydrateOptions, hydrateOptions } from './words/hydration.mjs'
import { Random } from './random.mjs'
import { WORDS } from './words.mjs'

/** By group: in how many programs it is. */
const GROUPS = {
  infinite: 0.4,
  several: 0.35,
  mutations: 0.5,
  hydration: 0.3,
  defaults: 0.3,
  direct: 0.3,
  rendering: 0.35,
  pure: 0.1,
  'focus and network': 0.5,
  batches: 0.2,
  timers: 0.1,
  streams: 0.25,
  persisters: 0.2,
  hashes: 0.1,
  intervals: 0.25,
  acts: 0.3,
  'odd answers': 0.2,
  'odd options': 0.1,
  'throwing callbacks': 0.2,
  'throwing onMutate': 0.1,
  'second client': 0.2,
  long: 0.15,
}

export const GROUP_NAMES = Object.keys(GROUPS)

/**
 * Deliberate difference: upstream, a mutation whose onMutate fails while something resumes it leaves a promise that
 * never settles, and coming online waits for it. So a program has the one or the other.
 */
const NOT_WITH_THROWING_ON_MUTATE = ['focus and network', 'continue', 'resumePausedMutations']

/** How deep steps may hold other steps. */
const DEPTH = 2

export function programOf(seed, length, { without = [] } = {}) {
  const random = new Random(seed)
  const groups = new Set(['core', ...GROUP_NAMES.filter((name) => random.chance(GROUPS[name]))])
  // Short intervals through long waits are the same thing over and over.
  if (groups.has('long')) groups.delete('intervals')
  const absent = groups.has('throwing onMutate') ? [...without, ...NOT_WITH_THROWING_ON_MUTATE] : without
  absent.forEach((name) => groups.delete(name))
  const draw = new Draw(random, groups)
  const words = Object.entries(WORDS)
    .map(([word, { group, weight, inner }]) => ({ word, group, weight, inner }))
    .filter(({ word, group, weight }) => weight > 0 && groups.has(group) && !absent.includes(word))
  const innerWords = words.filter(({ inner }) => inner)

  let depth = 0
  draw.innerSteps = () => {
    if (depth >= DEPTH) return []
    depth++
    const steps = Array.from({ length: 1 + draw.int(2) }, () => drawStep(draw, innerWords))
    depth--
    return steps
  }

  const clients = drawClients(draw)
  const steps = []
  while (steps.length < length) {
    const step = drawStep(draw, words)
    if (step.wait === undefined && draw.chance(0.6)) step.wait = draw.wait()
    steps.push(step)
  }
  return { seed, long: groups.has('long'), clients, steps }
}

function drawStep(draw, words) {
  for (;;) {
    const { word } = draw.random.weighted(words)
    const data = WORDS[word].draw(draw)
    if (data) return { word, ...data }
  }
}

function drawClients(draw) {
  const first = drawClient(draw, 'c1')
  if (!draw.has('second client')) return [first]
  draw.clients.push('c2')
  return [first, draw.chance(0.3) ? { ...drawClient(draw, 'c2'), shares: 'c1' } : drawClient(draw, 'c2')]
}

function drawClient(draw, name) {
  const callbacks = (kinds) =>
    Object.fromEntries(draw.random.some(kinds, 0.5).map((kind) => [kind, draw.callback(`cache.${kind}`)]))
  return {
    word: 'client',
    name,
    queryCallbacks: callbacks(['onSuccess', 'onError', 'onSettled']),
    mutationCallbacks: draw.has('mutations') ? callbacks(['onMutate', 'onSuccess', 'onError', 'onSettled']) : {},
    defaultOptions: {
      ...draw.maybe(0.5, 'queries', () => someOf(draw, { ...fetchOptions(draw), ...observerOptions(draw) })),
      ...draw.maybe(0.2, 'mutations', () =>
        draw.pick([{ networkMode: 'always' }, { retry: 1, retryDelay: 1 }, { gcTime: 10 }]),
      ),
      ...draw.maybe(draw.has('hydration') ? 0.3 : 0, 'dehydrate', () => dehydrateOptions(draw)),
      ...draw.maybe(draw.has('hydration') ? 0.3 : 0, 'hydrate', () => hydrateOptions(draw).defaultOptions),
    },
  }
}

/** Defaults that do not give every query the same data. */
function someOf(
  draw,
  { initialData, initialDataUpdatedAt, placeholderData, queryHash, select, structuralSharing, ...options },
) {
  return Object.fromEntries(draw.random.some(Object.entries(options), 0.3))
}
