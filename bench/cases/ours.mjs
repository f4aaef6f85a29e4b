// Our side of a case: a client with features, queries that a server by hand answers, and mutations that are answered by hand.
import { deferred, rest } from '../law/tools.mjs'

/** The names of features that do not lie beside the module. */
const missing = (sanguine, features) => features.filter((name) => !sanguine[name])

export function started(sanguine, features) {
  const lacks = missing(sanguine, features)
  if (lacks.length) throw new Error(`no ${lacks} beside the module`)
  const client = new sanguine.QueryClient({
    features: features.map((name) => sanguine[name]),
    defaultOptions: { queries: { retry: false, staleTime: Infinity }, mutations: { retry: false } },
  })
  client.mount()
  return {
    client,
    /** Observes a query, and waits for its first answer. */
    observe: async (options) => {
      const observer = new sanguine.QueryObserver(client, options)
      observer.subscribe(() => {})
      await rest()
      return observer
    },
    /** Starts a mutation. What it answers is settled by hand, unless it has a function of its own. */
    mutate: (options, variables) => {
      const request = deferred()
      const mutation = client.getMutationCache().build(client, { mutationFn: () => request.promise, ...options })
      const done = mutation.execute(variables)
      done.catch(() => {})
      return { ...request, mutation, done }
    },
    end: () => {
      client.unmount()
      client.clear()
    },
  }
}
