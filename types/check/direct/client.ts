/** The client, its caches and observers. */
import {
  CancelledError,
  InfiniteQueryObserver,
  MutationCache,
  QueriesObserver,
  Query,
  QueryCache,
  QueryClient,
  QueryObserver,
  dehydrate,
  environmentManager,
  experimental_streamedQuery,
  focusManager,
  hashKey,
  hydrate,
  isServer,
  keepPreviousData,
  notifyManager,
  onlineManager,
  replaceEqualDeep,
  skipToken,
  timeoutManager,
} from 'sanguine'
import type { DataTag, DehydratedState, InfiniteData, QueryKey, QueryObserverResult, QueryState } from 'sanguine'
import { equal } from '../equal.js'

const client = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => console.error(error.message, query.queryHash) }),
  mutationCache: new MutationCache({ onSuccess: (_data, _variables, _result, mutation) => mutation.meta }),
  onMutateWrites: 'intents',
  defaultOptions: { queries: { staleTime: 1000, retry: (count, error) => count < 2 && error.message !== '' } },
})

// A bare key in the place of filters.
const key = ['events', 1] as const
await client.cancelQueries(key)
await client.cancelQueries(['events', 1], { silent: true })
await client.invalidateQueries(['events'], { cancelRefetch: false })
await client.refetchQueries(['events'])
await client.resetQueries(['events'])
client.removeQueries(['events'])
equal<number, ReturnType<typeof client.isFetching>>(true)
client.isFetching(['events'])
equal<Array<[QueryKey, number | undefined]>, ReturnType<typeof client.getQueriesData<number>>>(true)
client.getQueriesData<number>(['events'])
client.setQueriesData<number>(['events'], (old) => (old ?? 0) + 1)
client
  .getQueryCache()
  .findAll(['events'])
  .map((query) => query.state.data)
client.getQueryCache().find(['events', 1])?.isStale()
await client.invalidateQueries({ queryKey: ['events'], refetchType: 'none', exact: true, stale: true })
await client.invalidateQueries()
client.removeQueries({ predicate: (query) => query.queryKey[0] === 'events' })

// @ts-expect-error a key is an array
await client.invalidateQueries('events')
// @ts-expect-error no such filter
await client.invalidateQueries({ queryKy: ['events'] })
// @ts-expect-error no such filter beside a key
client.removeQueries({ queryKey: ['events'], exakt: true })
// @ts-expect-error refetchType is one of four words
await client.invalidateQueries({ refetchType: 'some' })
// @ts-expect-error filters are no key
client.getQueryData({ queryKey: ['events'] })
// @ts-expect-error exact keys only
client.setQueryData({ queryKey: ['events'] }, 1)

// A key gives what is under exactly it.
equal<ReturnType<typeof client.getQueryData<number>>, number | undefined>(true)
const untyped = client.getQueryData(['events', 1])
equal<typeof untyped, unknown>(true)
declare const tagged: DataTag<['n'], number, RangeError>
equal<number | undefined, ReturnType<typeof readTagged>>(true)
function readTagged() {
  return client.getQueryData(tagged)
}
const state = client.getQueryState(tagged)
equal<typeof state, QueryState<number, RangeError> | undefined>(true)
client.setQueryData(tagged, (old) => (old ?? 0) + 1, { updatedAt: Date.now() })
client.setQueryData<number>(['n'], 1)
// @ts-expect-error the tag says number
client.setQueryData(tagged, 'one')

// Queries.
const n = await client.query({ queryKey: ['n'], queryFn: async () => 1, select: (x) => String(x) })
equal<typeof n, string>(true)
const fetched = await client.fetchQuery({
  queryKey: ['n'],
  queryFn: ({ queryKey, signal }) => (signal.aborted ? 0 : queryKey.length),
})
equal<typeof fetched, number>(true)
const ensured = await client.ensureQueryData({ queryKey: ['n'], queryFn: () => 1, revalidateIfStale: true })
equal<typeof ensured, number>(true)
const pages = await client.fetchInfiniteQuery({
  queryKey: ['pages'],
  queryFn: ({ pageParam }) => [pageParam],
  initialPageParam: 0,
  pages: 2,
  getNextPageParam: (last) => (last[0] ?? 0) + 1,
})
equal<typeof pages, InfiniteData<number[], number>>(true)
const some = await client.infiniteQuery({
  queryKey: ['pages'],
  queryFn: ({ pageParam }) => [pageParam],
  initialPageParam: 0,
  getNextPageParam: (last) => (last[0] ?? 0) + 1,
})
equal<typeof some, InfiniteData<number[], number>>(true)
await client.prefetchQuery({ queryKey: ['n'], queryFn: skipToken })
// @ts-expect-error pages need to know what follows
await client.fetchInfiniteQuery({ queryKey: ['p'], queryFn: () => 1, initialPageParam: 0 })
// @ts-expect-error a query has a key
await client.fetchQuery({ queryFn: () => 1 })
// @ts-expect-error a stale time is a number or 'static'
await client.fetchQuery({ queryKey: ['n'], queryFn: () => 1, staleTime: '5 minutes' })

// Observers tell their states apart.
const observer = new QueryObserver(client, {
  queryKey: ['n'],
  queryFn: () => 1,
  enabled: (query) => query.state.data === undefined,
  placeholderData: keepPreviousData,
  refetchInterval: (query) => (query.state.status === 'error' ? false : 1000),
  notifyOnChangeProps: ['data', 'isStale'],
})
const stop = observer.subscribe((result) => {
  equal<typeof result, QueryObserverResult<number, Error>>(true)
  if (result.isSuccess) equal<typeof result.data, number>(true)
  if (result.status === 'error') equal<typeof result.error, Error>(true)
  if (result.isPending) equal<typeof result.data, undefined>(true)
  // @ts-expect-error the promise of a result is gone since 5.102
  void result.promise
})
stop()
const infinite = new InfiniteQueryObserver(client, {
  queryKey: ['pages'],
  queryFn: async ({ pageParam }) => ({ next: pageParam + 1 }),
  initialPageParam: 0,
  getNextPageParam: (last) => last.next,
})
void infinite.fetchNextPage().then((result) => result.hasNextPage)
const several = new QueriesObserver<number>(client, [{ queryKey: ['n'] }], { combine: (results) => results.length })
equal<typeof several, QueriesObserver<number>>(true)

// Classes can be subclassed; protected members are there for subclasses only.
class Loud<T> extends QueryObserver<T> {
  protected override onSubscribe(): void {
    super.onSubscribe()
    console.log(this.listeners.size)
  }
}
// @ts-expect-error protected
new Loud(client, { queryKey: ['n'] }).onSubscribe()
class Own extends QueryClient {
  override clear(): void {
    super.clear()
  }
}
equal<Own extends QueryClient ? true : false, true>(true)
// @ts-expect-error a Query is made of a config
new Query()

// Hydration, environment, functions.
const dehydrated: DehydratedState = dehydrate(client, { shouldDehydrateQuery: (query) => query.queryKey[0] === 'n' })
hydrate(new Own(), JSON.parse(JSON.stringify(dehydrated)), { defaultOptions: { queries: { gcTime: 1 } } })
focusManager.setFocused(undefined)
onlineManager.setEventListener((setOnline) => {
  setOnline(true)
  return () => {}
})
// @ts-expect-error a network is there or it is not
onlineManager.setOnline(undefined)
timeoutManager.setTimeoutProvider({
  setTimeout: (callback: () => void, delay: number) => setTimeout(callback, delay) as unknown as number,
  clearTimeout: (id: number | undefined) => clearTimeout(id),
  setInterval: (callback: () => void, delay: number) => setInterval(callback, delay) as unknown as number,
  clearInterval: (id: number | undefined) => clearInterval(id),
})
notifyManager.setScheduler(queueMicrotask)
equal<ReturnType<typeof sum>, number>(true)
function sum() {
  return notifyManager.batch(() => 1 + 1)
}
notifyManager.batchCalls((a: string, b: number) => a.repeat(b))('x', 2)
equal<typeof isServer, boolean>(true)
environmentManager.setIsServer(() => false)
equal<ReturnType<typeof hashKey>, string>(true)
equal<{ a: number }, ReturnType<typeof shared>>(true)
function shared() {
  return replaceEqualDeep({ a: 1 } as unknown, { a: 1 })
}
const chunks = experimental_streamedQuery({
  streamFn: async function* () {
    yield 1
  },
})
const streamed = await client.fetchQuery({ queryKey: ['stream'], queryFn: chunks })
equal<typeof streamed, number[]>(true)
const total = experimental_streamedQuery({
  streamFn: async function* () {
    yield 1
  },
  reducer: (all: string, chunk) => all + chunk,
  initialValue: '',
})
equal<Awaited<ReturnType<typeof total>>, string>(true)
const cancelled = new CancelledError({ silent: true })
equal<typeof cancelled.silent, boolean | undefined>(true)

// Events of a cache, told apart by their type.
client.getQueryCache().subscribe((event) => {
  if (event.type === 'updated') {
    if (event.action.type === 'failed') equal<typeof event.action.failureCount, number>(true)
  } else if (event.type === 'observerAdded') {
    event.observer.refetch()
  }
  // @ts-expect-error not every event has an action
  void event.action
})
client.getMutationCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'pending') void event.action.variables
  if (event.type === 'added') event.mutation.cancel()
})
