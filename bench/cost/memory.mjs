// Heap per thing: the difference of the used heap over many of them, after collections, both sides in turn.
import { median } from './measure.mjs'
import { nothing } from './rows.mjs'

const used = async () => {
  for (let i = 0; i < 4; i++) {
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  return process.memoryUsage().heapUsed
}

const kinds = {
  'a query': {
    data: "setQueryData(['h', i], i); keys included",
    fill: (core, c, n) => {
      for (let i = 0; i < n; i++) c.setQueryData(['h', i], i)
    },
  },
  'a query, after a look by key': {
    data: "the same, then findAll({queryKey: ['h', 1]})",
    fill: (core, c, n) => {
      for (let i = 0; i < n; i++) c.setQueryData(['h', i], i)
      c.getQueryCache().findAll({ queryKey: ['h', 1] })
    },
  },
  'a query, in a page': {
    data: 'the same with isServer false: a timer to collect it is set',
    page: true,
    fill: (core, c, n) => {
      for (let i = 0; i < n; i++) c.setQueryData(['h', i], i)
    },
  },
  'an observer': {
    data: 'subscribed, its options object included, 10 to a query',
    fill: (core, c, n) => {
      for (let i = 0; i < n; i++) {
        new core.QueryObserver(c, { queryKey: ['h', i % (n / 10)], enabled: false }).subscribe(nothing)
      }
    },
    ready: (core, c, n) => {
      for (let i = 0; i < n / 10; i++) c.setQueryData(['h', i], i)
    },
  },
  'an idle mutation': {
    data: 'built, never executed',
    fill: (core, c, n) => {
      const options = { mutationFn: nothing }
      for (let i = 0; i < n; i++) c.getMutationCache().build(c, options)
    },
  },
  'a settled mutation': {
    data: 'executed, succeeded',
    fill: async (core, c, n) => {
      const options = { mutationFn: () => Promise.resolve(1) }
      const all = []
      for (let i = 0; i < n; i++) all.push(c.getMutationCache().build(c, options).execute(i))
      await Promise.all(all)
    },
  },
}

async function once(core, kind, n) {
  let c = new core.QueryClient()
  if (kind.page) core.environmentManager.setIsServer(() => false)
  await kind.ready?.(core, c, n)
  const before = await used()
  await kind.fill(core, c, n)
  const after = await used()
  if (kind.page) {
    c.clear()
    core.environmentManager.setIsServer(() => true)
  }
  // Held until here, so that what it holds was counted.
  c = null // eslint-disable-line no-useless-assignment
  return (after - before) / n
}

export async function heap({ ours, theirs }, { quick }) {
  const n = quick ? 4000 : 20000
  const rows = []
  for (const [name, kind] of Object.entries(kinds)) {
    const bytes = { ours: [], theirs: [] }
    for (let round = 0; round < (quick ? 3 : 5); round++) {
      bytes.ours.push(await once(ours, kind, n))
      bytes.theirs.push(await once(theirs, kind, n))
    }
    rows.push({
      name: `heap of ${name}`,
      data: kind.data,
      unit: 'B',
      ours: median(bytes.ours),
      theirs: median(bytes.theirs),
    })
  }
  return rows
}
