/** Draws the parts of a program: keys, values, options, filters, names of what was made before. */
import { ANSWER_KINDS, HOWS } from './functions.mjs'
import { START } from './clock.mjs'

const KEYS = [
  ['a'],
  ['a', 1],
  ['a', 2],
  ['a', { x: 1 }],
  ['a', { x: 1, y: [2] }],
  ['a', { x: 1, y: null }],
  ['b'],
  ['b', null],
  ['b', [1, 2]],
  ['b', [1], 'c'],
  ['b', { deep: { er: 1 } }],
  ['c', true],
  ['c', 'text'],
]
const INFINITE_KEYS = [['pages'], ['pages', 1], ['pages', { of: 'a' }]]
const STREAM_KEYS = [['stream'], ['stream', 1]]
const MUTATION_KEYS = [['m'], ['m', 1], ['m', { x: 1 }], ['n']]

/** What filters ask for besides the keys themselves: prefixes, parts in depth, what matches nothing. */
const PREFIXES = [
  [],
  ['a'],
  ['a', {}],
  ['a', { y: [] }],
  ['b'],
  ['b', [1]],
  ['b', []],
  ['b', { deep: {} }],
  ['c'],
  ['pages'],
  ['stream'],
  ['none'],
  [undefined],
  ['a', undefined],
  ['b', undefined],
]

const WAITS = [0, 0, 0, 1, 1, 5, 5, 10, 25, 60]

export class Draw {
  constructor(random, groups) {
    this.random = random
    this.groups = groups
    this.counts = {}
    this.made = {}
    this.clients = ['c1']
    this.keys = random.shuffled(KEYS).slice(0, 4 + random.int(4))
    this.infiniteKeys = random.shuffled(INFINITE_KEYS).slice(0, 2)
    this.pools = {}
    this.reducer = this.pick([undefined, undefined, 'join', 'sum'])
  }

  int(below) {
    return this.random.int(below)
  }

  chance(probability) {
    return this.random.chance(probability)
  }

  pick(list) {
    return this.random.pick(list)
  }

  has(group) {
    return this.groups.has(group)
  }

  /** A new name for a thing of a kind: 'o1'. */
  newName(kind) {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1
    return `${kind}${this.counts[kind]}`
  }

  /** A name that later steps may use. */
  make(kind) {
    const name = this.newName(kind)
    ;(this.made[kind] ??= []).push(name)
    return name
  }

  /** A thing of one of the kinds; undefined if there is none yet. */
  one(...kinds) {
    return this.pick(kinds.flatMap((kind) => this.made[kind] ?? []))
  }

  client() {
    return this.clients.length > 1 && this.chance(0.25) ? { client: 'c2' } : {}
  }

  /** `{ [name]: value }` with a probability, else nothing: for optional members. */
  maybe(probability, name, draw) {
    return this.chance(probability) ? { [name]: draw() } : {}
  }

  wait() {
    if (this.has('long') && this.chance(0.1)) return this.pick([1000, 5000, 31_000])
    return this.pick(WAITS)
  }

  /** Any key. Who reads an infinite query as a plain one makes a mistake: those calls draw a plain key. */
  key() {
    return this.has('infinite') && this.chance(0.15) ? this.pick(this.infiniteKeys) : this.plainKey()
  }

  plainKey() {
    if (this.has('streams') && this.chance(0.15)) return this.streamKey()
    return this.pick(this.keys)
  }

  streamKey() {
    return this.pick(STREAM_KEYS)
  }

  isInfinite(key) {
    return this.infiniteKeys.includes(key)
  }

  isStream(key) {
    return STREAM_KEYS.includes(key)
  }

  mutationKey() {
    return this.pick(MUTATION_KEYS)
  }

  /** Data for the query of a key. */
  valueFor(key) {
    if (this.isInfinite(key)) return this.pageValue()
    if (this.isStream(key)) return { join: 'set', sum: { n: 7 }, undefined: [{ n: 0 }] }[this.reducer]
    return this.value()
  }

  value() {
    return this.pick([
      { $: 'answer', kind: this.chance(0.7) ? 'record' : this.pick(ANSWER_KINDS), n: this.int(9) },
      { v: -1 },
      { v: this.int(3), part: { fixed: 1 } },
    ])
  }

  pageValue() {
    const first = this.int(3)
    return {
      pages: [
        { page: first, answer: -1 },
        { page: first + 1, answer: -2 },
      ],
      pageParams: [first, first + 1],
    }
  }

  time() {
    return START + this.int(200) - 50
  }

  /** A named function, drawn anew or, often, one of those before: the same function twice is its own case. */
  pooled(kind, make) {
    const pool = (this.pools[kind] ??= [])
    if (pool.length && this.chance(0.5)) return this.pick(pool)
    const made = { $: kind, name: this.newName(kind), ...make() }
    pool.push(made)
    return made
  }

  // --- Functions -------------------------------------------------------------------------------

  plan() {
    const length = 1 + this.int(4)
    return Array.from({ length }, () => ({
      ms: this.pick([
        1,
        1,
        5,
        5,
        20,
        'promise',
        'promise',
        this.has('odd answers') ? 'sync' : 0,
        this.has('odd answers') ? 'thenable' : 0,
      ]),
      ok: this.chance(0.7),
      same: this.chance(0.3),
    }))
  }

  answerKind() {
    return this.has('odd answers') && this.chance(0.4) ? this.pick(ANSWER_KINDS) : 'record'
  }

  source() {
    return this.pooled('source', () => ({
      plan: this.plan(),
      kind: this.answerKind(),
      ...this.maybe(0.4, 'reads', () => this.pick(['looks', 'looks', 'listens', 'rejects'])),
      ...this.maybe(this.has('acts') ? 0.2 : 0, 'acts', () => this.acts()),
      ...this.maybe(this.has('acts') ? 0.2 : 0, 'onAbort', () => this.acts()),
    }))
  }

  /** All streams of a program make data of one kind. */
  stream() {
    return this.pooled('stream', () => {
      const chunks = Array.from({ length: this.int(4) }, () => this.pick([0, 1, 5, 'promise']))
      return {
        chunks,
        ...this.maybe(0.7, 'mode', () => this.pick(['append', 'reset', 'replace'])),
        ...(this.reducer && { reducer: this.reducer }),
        ...this.maybe(0.4, 'failsAt', () => this.pick(['start', 1, chunks.length || 1])),
        ...this.maybe(0.3, 'slow', () => this.pick([1, 5])),
        ...this.maybe(0.4, 'reads', () => this.pick(['looks', 'listens'])),
      }
    })
  }

  callback(kind) {
    const throws = this.has(kind.endsWith('onMutate') ? 'throwing onMutate' : 'throwing callbacks')
    return {
      $: 'callback',
      name: this.newName(kind),
      ...this.maybe(0.3, 'ms', () => this.pick([0, 1, 5, 'promise'])),
      ...this.maybe(throws ? 0.4 : 0, 'throws', () => this.pick([1, 2])),
      ...this.maybe(0.5, 'returns', () => this.pick(['result', { kept: 1 }, null, 0])),
      ...this.maybe(this.has('acts') ? 0.3 : 0, 'acts', () => this.acts()),
    }
  }

  /** Steps that run inside a function of the program, in one of its calls. */
  acts() {
    return { at: 1 + this.int(2), steps: this.innerSteps() }
  }

  /** Drawn by program.mjs, which knows the words. */
  innerSteps() {
    return []
  }

  // --- Filters ---------------------------------------------------------------------------------

  /** Deliberate difference: a bare key for filters is a prefix in Sanguine and means everything upstream; none is drawn. */
  filters() {
    return {
      ...this.maybe(0.75, 'queryKey', () => (this.chance(0.5) ? this.key() : this.pick(PREFIXES))),
      ...this.maybe(0.2, 'exact', () => this.chance(0.8)),
      ...this.maybe(0.25, 'type', () => this.pick(['active', 'inactive', 'all'])),
      ...this.maybe(0.15, 'stale', () => this.chance(0.5)),
      ...this.maybe(0.15, 'fetchStatus', () => this.pick(['fetching', 'paused', 'idle'])),
      ...this.maybe(0.15, 'predicate', () => ({ $: 'predicate', how: this.pick(HOWS.predicate) })),
    }
  }

  /** Filters for a call that may be made without any. */
  maybeFilters() {
    return this.maybe(0.9, 'filters', () => this.filters())
  }

  mutationFilters() {
    return {
      ...this.maybe(0.6, 'mutationKey', () =>
        this.chance(0.7) ? this.mutationKey() : this.pick([[], ['m', {}], ['m', undefined], ['none']]),
      ),
      ...this.maybe(0.2, 'exact', () => this.chance(0.8)),
      ...this.maybe(0.3, 'status', () => this.pick(['idle', 'pending', 'success', 'error'])),
      ...this.maybe(0.2, 'predicate', () => ({ $: 'mutationPredicate', how: this.pick(HOWS.mutationPredicate) })),
    }
  }

  ofQuery(option) {
    return { $: 'ofQuery', option, how: this.pick(HOWS.ofQuery[option]) }
  }
}
