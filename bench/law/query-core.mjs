// query-core, and Sanguine behind the same face.
import { START, failure, requests, rest, show } from './tools.mjs'

const KEY = ['record']

const changes = { A: (old) => ({ ...old, title: 'A' }), B: (old) => ({ ...old, status: 'B' }) }

function world(core, { scope, refetch, onMutateWrites }) {
  const client = new core.QueryClient({
    onMutateWrites,
    defaultOptions: { queries: { retry: false, staleTime: Infinity } },
  })
  const server = { record: { ...START }, up: true }
  const observer = new core.QueryObserver(client, {
    queryKey: KEY,
    queryFn: async () => {
      if (!server.up) throw new Error('no network')
      return { ...server.record }
    },
    networkMode: 'always',
  })
  const asked = requests()
  const run = (name, more) =>
    client
      .getMutationCache()
      .build(client, {
        mutationFn: () => asked[name].promise,
        networkMode: 'always',
        ...(scope && { scope: { id: 's' } }),
        ...more,
      })
      .execute(name)
      .catch(() => {})
  const documented = (name, change) =>
    run(name, {
      async onMutate() {
        await client.cancelQueries({ queryKey: KEY })
        const previous = client.getQueryData(KEY)
        client.setQueryData(KEY, change)
        return { previous }
      },
      onError: (error, variables, context) => client.setQueryData(KEY, context.previous),
      onSettled: () => (refetch ? client.invalidateQueries({ queryKey: KEY }) : undefined),
    })
  const intent = (name, change) => run(name, { optimistic: (i) => i.update(KEY, change), resync: Boolean(refetch) })
  return { client, server, observer, asked, documented, intent }
}

async function started(core, how) {
  const w = world(core, how)
  w.client.setQueryData(KEY, how.start ?? { ...START })
  const stop = w.observer.subscribe(() => {})
  const issue = how.intent ? w.intent : w.documented
  const seen = (data) => (how.look ?? show)(data)
  const now = () => seen(w.client.getQueryData(KEY))
  issue('A', how.A ?? changes.A)
  await rest()
  issue('B', how.B ?? changes.B)
  await rest()
  return { ...w, stop, now }
}

const firstFails = (core, how) => async () => {
  const w = await started(core, how)
  w.server.up = !how.networkDown
  w.asked.A.reject(failure())
  await rest()
  const after = w.now()
  if (how.secondFails) w.asked.B.reject(new Error('B failed'))
  else {
    if (!how.start) w.server.record.status = 'B'
    w.asked.B.resolve(how.answer ?? {})
  }
  await rest()
  const later = w.now()
  w.stop()
  w.client.clear()
  return { after, later }
}

const list = {
  start: ['x', 'y', 'z'],
  A: (old) => old.filter((item) => item !== 'x'),
  B: (old) => ['B', ...old],
  look: (items) => items.join(','),
  right: { after: 'B,x,y,z', later: 'B,x,y,z' },
}

const sameField = {
  start: { title: 't0', status: 's0' },
  B: (old) => ({ ...old, title: 'B' }),
  right: { after: 'B/s0', later: 'B/s0' },
}

const counter = { start: 10, A: (n) => n + 1, B: (n) => n + 1, look: String, right: { after: '11', later: '11' } }

const overwritten = (core, how) => async () => {
  const w = await started(core, { ...how, B: (old) => old })
  const before = w.now()
  await w.client.refetchQueries({ queryKey: KEY }).catch(() => {})
  await rest()
  const after = w.now()
  w.asked.A.resolve({})
  w.asked.B.resolve({})
  await rest()
  w.stop()
  return { after, later: `was ${before}` }
}

export function probes(library, core, own) {
  const row = (name, how) => ({ library, name, right: how.right, run: firstFails(core, how) })
  const pattern = (name, with_) => {
    const of = (label, how) => row(`${name}${label}`, { ...how, ...with_ })
    return [
      of(', network up', { refetch: true }),
      of(', B fails too, network up', { refetch: true, secondFails: true, right: { after: 't0/B', later: 't0/s0' } }),
      of(', B fails too, network down', {
        refetch: true,
        secondFails: true,
        networkDown: true,
        right: { after: 't0/B', later: 't0/s0' },
      }),
      of(' with one scope, without the refetch, B fails too', {
        scope: true,
        secondFails: true,
        right: { after: 't0/B', later: 't0/s0' },
      }),
      of(', same field, without the refetch', sameField),
      of(', list: A deletes x, B prepends', list),
      {
        library,
        name: `${name}, a refetch lands while A is in flight`,
        right: { after: 'A/s0' },
        run: overwritten(core, with_),
      },
    ]
  }
  if (!own) return pattern('the documented pattern')
  const ours = (name, how) => row(name, { ...how, intent: true })
  // What a fetch brings while the pattern's write is pending shows in query-core too: only the option goes further.
  const byDefault = pattern('the documented pattern').map((r) => ({
    ...r,
    compatible: /network up|a refetch lands/.test(r.name),
  }))
  return [
    ours('`optimistic`, network up', { refetch: true }),
    ours('`optimistic`, B fails too, network up', {
      refetch: true,
      secondFails: true,
      right: { after: 't0/B', later: 't0/s0' },
    }),
    ours('`optimistic`, B fails too, network down', {
      refetch: true,
      secondFails: true,
      networkDown: true,
      right: { after: 't0/B', later: 't0/s0' },
    }),
    ours('`optimistic` with one scope, B fails too', {
      scope: true,
      secondFails: true,
      right: { after: 't0/B', later: 't0/s0' },
    }),
    ours('`optimistic`, same field', sameField),
    ours('`optimistic`, list: A deletes x, B prepends', list),
    ours('`optimistic`, counter 10 +1 +1', counter),
    {
      library,
      name: '`optimistic`, a refetch lands while A is in flight',
      right: { after: 'A/s0' },
      run: overwritten(core, { intent: true }),
    },
    ...byDefault,
    ...pattern("the documented pattern, onMutateWrites: 'intents'", { onMutateWrites: 'intents' }),
  ]
}
