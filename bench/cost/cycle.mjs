// Mutations: whole optimistic cycles, queues in a scope, and many in flight on one key. query-core runs the pattern that
// its documentation gives (cancel, snapshot, set, restore, invalidate); Sanguine runs the same, and `optimistic`.
import { client, nothing, records, seeded } from './rows.mjs'

const KEY = ['orders', 1]

const documented = (c, key, change, mutationFn) => ({
  mutationFn,
  async onMutate(variables) {
    await c.cancelQueries({ queryKey: key })
    const previous = c.getQueryData(key)
    c.setQueryData(key, (old) => change(old, variables))
    return { previous }
  },
  onError: (error, variables, context) => c.setQueryData(key, context.previous),
  onSettled: () => c.invalidateQueries({ queryKey: key }),
})

const withIntent = (c, key, change, mutationFn) => ({
  mutationFn,
  optimistic: (intent, variables) => intent.update(key, (old) => change(old, variables)),
})

const options = { documented, optimistic: withIntent }

const setField = (old, i) => ({ ...old, [`f${i % 4}`]: i })

const execute = (c, given, variables) => c.getMutationCache().build(c, given).execute(variables)

const settled = (promise) => promise.then(nothing, nothing)

const record = { id: 1, status: 'paid', f0: 0, f1: 0, f2: 0, f3: 0 }

/** One change after the other, each awaited to the end. */
const cycle = (name, fails, others) => ({
  name,
  data:
    `a record of six fields under ['orders', 1], not observed; mutationFn returns a ${fails ? 'rejected' : 'resolved'} promise` +
    (others ? `; ${others} other queries in the cache` : '') +
    '; warmed up for 1.5 s',
  ticks: true,
  // A cycle goes through most of the module: in less time half of it is not compiled yet.
  warm: 10,
  setup: (core, side) => {
    const c = client(core)
    for (let i = 0; i < others; i++) c.setQueryData(['other', `g${Math.floor(i / 10)}`, i % 10], { id: i })
    c.setQueryData(KEY, record)
    const failure = new Error('no')
    const given = options[side.style](
      c,
      KEY,
      setField,
      fails ? () => Promise.reject(failure) : () => Promise.resolve(1),
    )
    return {
      op: (i) => settled(execute(c, given, i)),
      awaited: true,
      collect: true,
      after: () => c.getMutationCache().clear(),
    }
  },
})

export const cycles = [
  {
    name: 'fetchQuery of a resolved promise',
    data: 'same key each call, staleTime 0, no observer',
    ticks: true,
    setup: (core) => {
      const c = client(core)
      const fetch = { queryKey: KEY, queryFn: () => Promise.resolve(record), staleTime: 0 }
      return { op: () => c.fetchQuery(fetch), awaited: true, collect: true }
    },
  },
  cycle('optimistic cycle, success', false, 0),
  cycle('optimistic cycle, rollback', true, 0),
  cycle('optimistic cycle beside 1,000 other queries, success', false, 1000),
  cycle('optimistic cycle beside 1,000 other queries, rollback', true, 1000),
]

const later = () => new Promise((resolve) => setImmediate(resolve))

export const queues = [100, 1000, 4000].map((n) => ({
  name: 'scoped queue, all succeed',
  data: "n mutations of scope {id: 's'} executed in one task, each of a resolved promise; awaited together",
  n,
  ticks: n < 1000,
  setup: (core) => {
    const c = client(core)
    const given = { mutationFn: () => Promise.resolve(1), scope: { id: 's' } }
    return {
      op: async () => {
        const all = []
        for (let i = 0; i < n; i++) all.push(execute(c, given, i))
        await Promise.all(all)
      },
      awaited: true,
      once: true,
      collect: true,
      after: () => c.getMutationCache().clear(),
    }
  },
}))

const orders = {
  'succeed in order': (n) => Array.from({ length: n }, (_, i) => i),
  'succeed in random order': (n) => {
    const random = seeded(7)
    const order = Array.from({ length: n }, (_, i) => i)
    for (let i = n - 1; i > 0; i--) {
      const k = Math.floor(random() * (i + 1))
      ;[order[i], order[k]] = [order[k], order[i]]
    }
    return order
  },
}
orders['fail oldest first, in one task'] = orders['fail oldest first, in n tasks'] = orders['succeed in order']

const flight = (how, n) => ({
  name: `${how}`,
  data:
    "n mutations in flight on ['orders', 1], each sets one of four fields of a record; one observer, whose query function " +
    'answers at once; timed from the first answer until all are settled',
  n,
  setup: (core, side) => {
    const order = orders[how](n)
    const fails = how.startsWith('fail')
    const tasks = how.endsWith('n tasks')
    const failure = new Error('no')
    let c, stop, settle, all
    return {
      before: async () => {
        c = client(core)
        c.setQueryData(KEY, record)
        const observer = new core.QueryObserver(c, {
          queryKey: KEY,
          queryFn: () => Promise.resolve(record),
          staleTime: Infinity,
        })
        stop = observer.subscribe(nothing)
        settle = []
        all = []
        const given = options[side.style](
          c,
          KEY,
          setField,
          () => new Promise((ok, no) => settle.push(fails ? () => no(failure) : () => ok(1))),
        )
        for (let i = 0; i < n; i++) all.push(settled(execute(c, given, i)))
        for (let i = 0; i < 3; i++) await later()
        if (settle.length !== n) throw new Error(`${settle.length} of ${n} requests were sent`)
      },
      op: async () => {
        for (const i of order) {
          settle[i]()
          if (tasks) await later()
        }
        await Promise.all(all)
      },
      after: async () => {
        await later()
        const data = c.getQueryData(KEY)
        if (fails && data.f0 !== 0 && side.style === 'optimistic')
          throw new Error(`a failed change stayed: ${JSON.stringify(data)}`)
        stop()
        c.clear()
      },
      awaited: true,
      once: true,
      collect: true,
    }
  },
})

const issue = (n) => ({
  name: 'issue n, all in flight',
  data: 'the same, timed from the first mutate until all n requests were sent',
  n,
  setup: (core, side) => {
    let c, stop, given, sent
    return {
      before: () => {
        c = client(core)
        c.setQueryData(KEY, record)
        stop = new core.QueryObserver(c, {
          queryKey: KEY,
          queryFn: () => Promise.resolve(record),
          staleTime: Infinity,
        }).subscribe(nothing)
        sent = 0
        given = options[side.style](c, KEY, setField, () => {
          sent++
          return new Promise(nothing)
        })
      },
      op: async () => {
        for (let i = 0; i < n; i++) settled(execute(c, given, i))
        while (sent < n) await null
      },
      after: () => {
        stop()
        c.clear()
      },
      awaited: true,
      once: true,
      collect: true,
    }
  },
})

const hows = [
  'succeed in order',
  'succeed in random order',
  'fail oldest first, in one task',
  'fail oldest first, in n tasks',
]

export const flights = [...[1000, 4000].map(issue), ...hows.flatMap((how) => [1000, 4000].map((n) => flight(how, n)))]

const LIST = ['rows']
const rows = 10000
const replaceRow = (list, i) => list.map((row) => (row.id === 5000 ? { ...row, status: `s${i}` } : row))

const onList = (name, data, work) => ({
  name,
  data: `${rows.toLocaleString('en')} records of six fields under ['rows'], one observer; ${data}`,
  setup: (core) => {
    const c = client(core)
    c.setQueryData(LIST, records(rows))
    new core.QueryObserver(c, { queryKey: LIST, enabled: false }).subscribe(nothing)
    const done = work(c)
    return { ...done, after: () => c.getMutationCache().clear() }
  },
})

const failure = new Error('no')
const failing = (optimistic) => (c) => {
  const given = { mutationFn: () => Promise.reject(failure), optimistic }
  return { op: (i) => settled(execute(c, given, i)), awaited: true }
}

/** Ours against ours: what an intent costs on a long list, beside writing one row by hand. The first is the measure. */
export const onLists = [
  onList('setQueryData, one row', 'list.map that replaces one', (c) => ({
    op: (i) => c.setQueryData(LIST, (list) => replaceRow(list, i)),
  })),
  onList(
    'intent.update and its rollback',
    'the same list.map as the optimistic change of a mutation that fails',
    failing((intent, i) => intent.update(LIST, (list) => replaceRow(list, i))),
  ),
  onList(
    'intent.merge and its rollback',
    '{id, status} merged into the list',
    failing((intent, i) => intent.merge(LIST, { id: 5000, status: `s${i}` })),
  ),
  onList(
    'intent.remove and its rollback',
    'by id',
    failing((intent) => intent.remove(LIST, 5000)),
  ),
  onList(
    'intent.append and its rollback',
    'one more record',
    failing((intent, i) => intent.append(LIST, { id: `t${i}`, status: 'new' })),
  ),
]
