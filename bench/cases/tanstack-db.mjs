// TanStack DB: a value that falls back between the answer and the stream, and rows that stand behind all others while they are pending.
import { deferred, rest } from '../law/tools.mjs'
import { started } from './ours.mjs'

const packages = ['@tanstack/db']

/** A collection with a stream that is fed by hand. */
async function collection(rows, options) {
  const { createCollection } = await import('@tanstack/db')
  let stream
  const made = createCollection({
    id: `case${Math.random()}`,
    getKey: (row) => row.id,
    startSync: true,
    sync: {
      sync: (given) => {
        stream = given
        given.begin()
        for (const value of rows) given.write({ type: 'insert', value })
        given.commit()
        given.markReady()
      },
    },
    ...options,
  })
  await made.preload()
  const brings = (type, value) => {
    stream.begin()
    stream.write({ type, value })
    stream.commit()
  }
  return { rows: made, brings }
}

async function paced(see) {
  const { createPacedMutations, debounceStrategy } = await import('@tanstack/db')
  const { rows, brings } = await collection([{ id: 1, title: 't0' }])
  const request = deferred()
  const type = createPacedMutations({
    onMutate: (title) => rows.update(1, (draft) => void (draft.title = title)),
    mutationFn: () => request.promise,
    strategy: debounceStrategy({ wait: 10 }),
  })
  const now = () => rows.get(1).title
  type('a')
  type('ab')
  see('typed', now())
  await rest(40)
  see('its request is under way', now())
  request.resolve({})
  await rest()
  see('answered', now())
  brings('update', { id: 1, title: 'ab' })
  await rest()
  see('the server’s value came', now())
}

const letters = [
  { id: 1, rank: 'a' },
  { id: 2, rank: 'c' },
  { id: 3, rank: 'e' },
]

async function order(see) {
  const { createTransaction } = await import('@tanstack/db')
  const compare = (x, y) => (x.rank < y.rank ? -1 : x.rank > y.rank ? 1 : 0)
  const { rows, brings } = await collection(letters, { compare })
  const now = () => rows.toArray.map((row) => row.rank).join('')
  const change = (what) => {
    const request = deferred()
    const transaction = createTransaction({ mutationFn: () => request.promise })
    transaction.isPersisted.promise.catch(() => {})
    transaction.mutate(what)
    return request
  }
  const added = change(() => rows.insert({ id: 4, rank: 'b' }))
  see('b is added, pending', now())
  brings('insert', { id: 4, rank: 'b' })
  added.resolve()
  await rest()
  see('confirmed', now())
  const moved = change(() => rows.update(1, (draft) => void (draft.rank = 'd')))
  see('a becomes d, pending', now())
  moved.reject(new Error('refused'))
  await rest()
  see('refused', now())
}

async function oursPaced(sanguine, see) {
  const { client, observe, mutate, end } = started(sanguine, ['records', 'pacing'])
  const request = deferred()
  const later = deferred()
  let asked = 0
  await observe({
    queryKey: ['posts', 1],
    queryFn: () => (asked++ ? later.promise : { id: 1, title: 't0' }),
    records: { of: 'post' },
  })
  const now = () => client.getQueryData(['posts', 1]).title
  const type = (title) =>
    mutate(
      {
        mutationFn: () => request.promise,
        scope: { id: 'post 1' },
        coalesce: 'latest',
        debounce: 10,
        optimistic: (intent, typed) => intent.record('post', 1).merge({ title: typed }),
      },
      title,
    )
  type('a')
  type('ab')
  see('typed', now())
  await rest(40)
  see('its request is under way', now())
  request.resolve({})
  await rest()
  see('answered', now())
  later.resolve({ id: 1, title: 'ab' })
  await rest()
  see('the server’s value came', now())
  end()
}

async function oursInOrder(sanguine, see) {
  const { client, observe, mutate, end } = started(sanguine, ['records'])
  const server = [...letters]
  await observe({ queryKey: ['letters'], queryFn: () => [...server], records: { of: 'letter', sort: 'rank' } })
  const now = () =>
    client
      .getQueryData(['letters'])
      .map((row) => row.rank)
      .join('')
  const added = mutate({ optimistic: (intent) => intent.add('letter', { id: 4, rank: 'b' }) })
  see('b is added, pending', now())
  server.splice(1, 0, { id: 4, rank: 'b' })
  added.resolve({ id: 4, rank: 'b' })
  await rest()
  see('confirmed', now())
  const moved = mutate({ optimistic: (intent) => intent.record('letter', 1).merge({ rank: 'd' }) })
  see('a becomes d, pending', now())
  moved.reject(new Error('refused'))
  await rest()
  see('refused', now())
  end()
}

export const cases = [
  {
    title: 'Typed with a pause, answered before the stream brings it',
    schedule:
      'A person types a, then ab. After a pause one request goes out. It is answered, and the stream brings the value some time later.',
    right: {
      typed: 'ab',
      'its request is under way': 'ab',
      answered: 'ab',
      'the server’s value came': 'ab',
    },
    ours: oursPaced,
    rivals: [
      {
        library: 'TanStack DB',
        packages,
        run: paced,
        note: 'Of the kind of TanStack/db#1060. Right if the mutation function itself waits for the stream, as its guide asks.',
      },
    ],
  },
  {
    title: 'A sorted list while a change is pending',
    schedule: 'Rows a, c, e, sorted. b is added, and confirmed. Then a becomes d, and the server refuses.',
    right: { 'b is added, pending': 'abce', confirmed: 'abce', 'a becomes d, pending': 'bcde', refused: 'abce' },
    ours: oursInOrder,
    rivals: [
      {
        library: 'TanStack DB',
        packages,
        run: order,
        note: 'TanStack/db#1792: the collection’s own `compare`. A live query with `orderBy` sorts right.',
      },
    ],
  },
]
