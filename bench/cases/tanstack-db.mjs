// TanStack DB: rows that stand behind all others while they are pending.
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
