// Normalised GraphQL caches: Apollo Client, Relay, urql's graphcache.
import { START, failure, requests, rest, show } from './tools.mjs'

const QUERY = 'query Get { record { __typename id title status } }'
const CHANGE = {
  A: 'mutation A { change(name: "A") { __typename id title } }',
  B: (field) => `mutation B { change(name: "B") { __typename id ${field} } }`,
}
const record = { __typename: 'Record', id: '1', ...START }

async function apollo(ofB) {
  const { ApolloClient, ApolloLink, InMemoryCache, gql } = await import('@apollo/client')
  const { Observable } = await import('rxjs')
  const asked = requests()
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        asked[operation.operationName].promise.then(
          (data) => {
            observer.next({ data })
            observer.complete()
          },
          (error) => observer.error(error),
        )
      }),
  )
  const client = new ApolloClient({ link, cache: new InMemoryCache() })
  const query = gql(QUERY)
  client.writeQuery({ query, data: { record } })
  const now = () => show(client.cache.readQuery({ query }, true).record)
  const change = (name, fields) =>
    client
      .mutate({
        mutation: gql(name === 'A' ? CHANGE.A : CHANGE.B(Object.keys(fields)[0])),
        optimisticResponse: { change: { __typename: 'Record', id: '1', ...fields } },
      })
      .catch(() => {})
  change('A', { title: 'A' })
  await rest()
  change('B', ofB)
  await rest()
  asked.A.reject(failure())
  await rest()
  const after = now()
  asked.B.resolve({ change: { __typename: 'Record', id: '1', ...ofB } })
  await rest()
  const later = now()
  client.stop()
  return { after, later }
}

async function relay(second) {
  const { Environment, Network, RecordSource, Store, commitLocalUpdate } = (await import('relay-runtime')).default
  const environment = new Environment({
    network: Network.create(() => new Promise(() => {})),
    store: new Store(new RecordSource()),
  })
  const id = 'client:1'
  commitLocalUpdate(environment, (store) => {
    const made = store.create(id, 'Record')
    made.setValue('t0', 'title')
    made.setValue('s0', 'status')
    store.getRoot().setLinkedRecord(made, 'record')
  })
  const now = () => show(environment.getStore().getSource().get(id))
  const change = (field, value) =>
    environment.applyUpdate({ storeUpdater: (store) => void store.get(id).setValue(value, field) })
  const a = change('title', 'A')
  const b = change(...second)
  a.dispose()
  await rest()
  const after = now()
  b.dispose()
  commitLocalUpdate(environment, (store) => void store.get(id).setValue(second[1], second[0]))
  await rest()
  return { after, later: now() }
}

async function graphcache() {
  const { Client, gql, makeErrorResult } = await import('@urql/core')
  const { cacheExchange } = await import('@urql/exchange-graphcache')
  const { mergeMap, pipe, fromPromise, filter } = await import('wonka')
  const asked = requests()
  const answer = (operation, data) => ({
    operation,
    data,
    error: undefined,
    extensions: undefined,
    hasNext: false,
    stale: false,
  })
  const network = () => (operations) =>
    pipe(
      operations,
      filter((operation) => operation.kind !== 'teardown'),
      mergeMap((operation) => {
        if (operation.kind === 'query') return fromPromise(Promise.resolve(answer(operation, { record })))
        const name = operation.variables.name
        return fromPromise(
          asked[name].promise.then(
            (data) => answer(operation, data),
            (error) => makeErrorResult(operation, error),
          ),
        )
      }),
    )
  const field = { A: 'title', B: 'status' }
  const client = new Client({
    url: 'http://localhost:1/graphql',
    preferGetMethod: false,
    exchanges: [
      cacheExchange({
        optimistic: { change: ({ name }) => ({ __typename: 'Record', id: '1', [field[name]]: name }) },
      }),
      network,
    ],
  })
  let last
  const query = gql`
    query {
      record {
        __typename
        id
        title
        status
      }
    }
  `
  const watch = client.query(query, {}).subscribe((result) => {
    if (result.data) last = result.data.record
  })
  await rest()
  const mutation = (name) => gql(`mutation ($name: String!) { change(name: $name) { __typename id ${field[name]} } }`)
  client.mutation(mutation('A'), { name: 'A' }).toPromise()
  await rest()
  client.mutation(mutation('B'), { name: 'B' }).toPromise()
  await rest()
  asked.A.reject(failure())
  await rest()
  const after = show(last)
  asked.B.resolve({ change: { __typename: 'Record', id: '1', status: 'B' } })
  await rest()
  const later = show(last)
  watch.unsubscribe()
  return { after, later }
}

const same = { after: 'B/s0', later: 'B/s0' }

export const probes = () => [
  { library: 'Apollo Client', name: 'two optimistic responses', run: () => apollo({ status: 'B' }) },
  {
    library: 'Apollo Client',
    name: 'two optimistic responses, same field',
    right: same,
    run: () => apollo({ title: 'B' }),
  },
  { library: 'Relay', name: 'two optimistic updaters', run: () => relay(['status', 'B']) },
  { library: 'Relay', name: 'two optimistic updaters, same field', right: same, run: () => relay(['title', 'B']) },
  { library: 'urql graphcache', name: 'two optimistic resolvers', run: graphcache },
]
