/** What a program does with the engine, whichever way it was loaded. */
const assert = require('node:assert/strict')
const test = require('node:test')

/** A server whose answers are given by hand. */
function server() {
  const asked = []
  const ask = (what) => new Promise((answer, refuse) => asked.push({ what, answer, refuse }))
  return { asked, ask }
}

const turn = () => new Promise((done) => setTimeout(done, 0))

const QUERY_CORE = [
  'CancelledError',
  'InfiniteQueryObserver',
  'Mutation',
  'MutationCache',
  'MutationObserver',
  'QueriesObserver',
  'Query',
  'QueryCache',
  'QueryClient',
  'QueryObserver',
  'dataTagErrorSymbol',
  'dataTagSymbol',
  'defaultScheduler',
  'defaultShouldDehydrateMutation',
  'defaultShouldDehydrateQuery',
  'dehydrate',
  'dehydrateQuery',
  'environmentManager',
  'experimental_streamedQuery',
  'focusManager',
  'hashKey',
  'hydrate',
  'isCancelledError',
  'isServer',
  'keepPreviousData',
  'matchMutation',
  'matchQuery',
  'noop',
  'notifyManager',
  'onlineManager',
  'partialMatchKey',
  'replaceEqualDeep',
  'shouldThrowError',
  'skipToken',
  'timeoutManager',
  'unsetMarker',
]

/** What stands beside query-core's names; shorter ones are for the other modules. */
const OWN = ['byVersion', 'temporary']

module.exports = function behaviour(how, sanguine) {
  const { MutationObserver, QueryClient, QueryObserver, dehydrate, hydrate } = sanguine

  test(`${how}: every name of query-core is there, and two of our own`, () => {
    const names = Object.keys(sanguine).filter((name) => name.length > 3)
    assert.deepEqual(names.sort(), [...QUERY_CORE, ...OWN].sort())
    assert.deepEqual(
      names.filter((name) => sanguine[name] === undefined),
      [],
    )
  })

  test(`${how}: a query is fetched once and cached`, async () => {
    const client = new QueryClient()
    let calls = 0
    const options = { queryKey: ['n'], queryFn: async () => ++calls, staleTime: 60_000 }
    assert.equal(await client.fetchQuery(options), 1)
    assert.equal(await client.fetchQuery(options), 1)
    assert.equal(client.getQueryData(['n']), 1)
    client.clear()
  })

  test(`${how}: an error is the very value that the query function threw`, async () => {
    const client = new QueryClient()
    const error = new RangeError('no')
    await assert.rejects(
      client.fetchQuery({ queryKey: ['e'], queryFn: () => Promise.reject(error) }),
      (e) => e === error,
    )
    client.clear()
  })

  test(`${how}: a change shows in the same task, and the first of two that fails leaves the second`, async () => {
    const client = new QueryClient()
    const { asked, ask } = server()
    client.setQueryData(['events', 1], { id: 1, title: 'Tea', seats: 1 })
    const save = new MutationObserver(client, {
      mutationFn: ask,
      optimistic: (intent, event) => intent.merge(['events', event.id], event),
      networkMode: 'always',
    })
    const first = save.mutate({ id: 1, title: 'Coffee' })
    const second = save.mutate({ id: 1, seats: 2 })
    assert.deepEqual(client.getQueryData(['events', 1]), { id: 1, title: 'Coffee', seats: 2 })
    await turn()
    asked[0].refuse(new Error('refused'))
    await assert.rejects(first, /refused/)
    assert.deepEqual(client.getQueryData(['events', 1]), { id: 1, title: 'Tea', seats: 2 })
    asked[1].answer({ id: 1, title: 'Tea', seats: 2 })
    await second
    assert.deepEqual(client.getQueryData(['events', 1]), { id: 1, title: 'Tea', seats: 2 })
    client.clear()
  })

  test(`${how}: a cancelled mutation takes its change back and aborts its signal`, async () => {
    const client = new QueryClient()
    client.setQueryData(['list'], [{ id: 1 }])
    let context
    const mutation = client.getMutationCache().build(client, {
      mutationFn: (_variables, given) => {
        context = given
        return new Promise(() => {})
      },
      optimistic: (intent, id) => intent.remove(['list'], id),
      networkMode: 'always',
    })
    const done = mutation.execute(1)
    assert.deepEqual(client.getQueryData(['list']), [])
    await turn()
    assert.equal(typeof context.idempotencyKey, 'string')
    mutation.cancel()
    await assert.rejects(done, (error) => error instanceof sanguine.CancelledError)
    assert.deepEqual(client.getQueryData(['list']), [{ id: 1 }])
    assert.equal(context.signal.aborted, true)
    client.clear()
  })

  test(`${how}: a bare key in the place of filters is a prefix`, async () => {
    const client = new QueryClient()
    client.setQueryData(['events', 1], 1)
    client.setQueryData(['orders', 1], 1)
    await client.invalidateQueries(['events'])
    assert.equal(client.getQueryState(['events', 1]).isInvalidated, true)
    assert.equal(client.getQueryState(['orders', 1]).isInvalidated, false)
    client.clear()
  })

  test(`${how}: the hash of a key has the members of its records in order, however deep and whatever writes itself`, () => {
    const hash = (...key) => sanguine.hashKey(key)
    class Range {
      constructor() {
        this.to = 2
        this.of = { b: 1, a: 2 }
      }
    }
    assert.equal(
      hash('a', { c: 1, b: [{ e: 1, d: undefined }, [{ g: 1, f: 2 }]] }),
      '["a",{"b":[{"e":1},[{"f":2,"g":1}]],"c":1}]',
    )
    assert.equal(hash({ b: new Range(), a: 1 }), '[{"a":1,"b":{"to":2,"of":{"a":2,"b":1}}}]')
    assert.equal(
      hash({ at: new Date(0), a: { toJSON: () => ({ d: 1, c: 2 }) } }),
      '[{"a":{"c":2,"d":1},"at":"1970-01-01T00:00:00.000Z"}]',
    )
    assert.equal(hash(JSON.parse('{"b":1,"__proto__":{"d":1,"c":2}}')), '[{"__proto__":{"c":2,"d":1},"b":1}]')
    class Ids extends Array {
      constructor(ids) {
        super()
        this.push(...ids)
      }
    }
    assert.equal(hash({ b: new Ids([{ d: 1, c: 2 }]), a: 1 }), '[{"a":1,"b":[{"c":2,"d":1}]}]')
    const many = Array.from({ length: 2000 }, (_, i) => ({ b: i, a: i }))
    assert.equal(hash(many), JSON.stringify([many.map(({ a, b }) => ({ a, b }))]))
    const cycle = {}
    cycle.of = [cycle]
    assert.throws(() => hash(cycle), /circular|cyclic/i)
    assert.equal(hash({ b: 1, a: 2 }), '[{"a":2,"b":1}]')
  })

  test(`${how}: an observer tells its listeners, and a client goes through JSON`, async () => {
    const client = new QueryClient()
    const seen = []
    const observer = new QueryObserver(client, { queryKey: ['n'], queryFn: () => 1 })
    const stop = observer.subscribe((result) => seen.push(result.status))
    await turn()
    await turn()
    stop()
    assert.equal(seen.at(-1), 'success')
    const other = new QueryClient()
    hydrate(other, JSON.parse(JSON.stringify(dehydrate(client))))
    assert.equal(other.getQueryData(['n']), 1)
    client.clear()
    other.clear()
  })
}
