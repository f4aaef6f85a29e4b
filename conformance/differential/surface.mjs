/** What of the peer's surface a library lacks: exports, members of every class and of every object that is handed out. */

/** Every name that an object answers to, whoever it is inherited from. */
function membersOf(object) {
  const names = new Set()
  for (let at = object; at && at !== Object.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
    Object.getOwnPropertyNames(at).forEach((name) => names.add(name))
  }
  return names
}

/** One of everything. */
function objectsOf(library) {
  const client = new library.QueryClient()
  const query = client.getQueryCache().build(client, { queryKey: ['a'] })
  const mutation = client.getMutationCache().build(client, {})
  const observer = new library.QueryObserver(client, { queryKey: ['a'] })
  const pages = new library.InfiniteQueryObserver(client, {
    queryKey: ['pages'],
    initialPageParam: 0,
    getNextPageParam: () => null,
  })
  const several = new library.QueriesObserver(client, [{ queryKey: ['a'] }])
  const mutationObserver = new library.MutationObserver(client, {})
  const objects = {
    QueryClient: client,
    QueryCache: client.getQueryCache(),
    MutationCache: client.getMutationCache(),
    Query: query,
    'state of a query': query.state,
    Mutation: mutation,
    'state of a mutation': mutation.state,
    QueryObserver: observer,
    'result of a query': observer.getCurrentResult(),
    InfiniteQueryObserver: pages,
    'result of an infinite query': pages.getCurrentResult(),
    QueriesObserver: several,
    MutationObserver: mutationObserver,
    'result of a mutation': mutationObserver.getCurrentResult(),
    CancelledError: new library.CancelledError({}),
  }
  for (const name of ['focusManager', 'onlineManager', 'timeoutManager', 'notifyManager', 'environmentManager'])
    objects[name] = library[name]
  client.clear()
  return objects
}

export function missingIn(library, peer) {
  const exports = Object.keys(peer).filter((name) => typeof library[name] !== typeof peer[name])
  if (exports.length) return exports.map((name) => `the export ${name}`)
  const ours = objectsOf(library)
  return Object.entries(objectsOf(peer)).flatMap(([kind, object]) =>
    // A member that is undefined is as good as none.
    [...membersOf(object)]
      .filter((name) => object[name] !== undefined && !(name in ours[kind]))
      .map((name) => `${name} of ${kind}`),
  )
}
