/** An app of @tanstack/react-query whose query-core is Sanguine, by `paths`. */
import {
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  dehydrate,
  infiniteQueryOptions,
  keepPreviousData,
  mutationOptions,
  queryOptions,
  skipToken,
  useInfiniteQuery,
  useIsFetching,
  useMutation,
  useMutationState,
  usePrefetchQuery,
  useQueries,
  useQuery,
  useQueryClient,
  useSuspenseInfiniteQuery,
  useSuspenseQueries,
  useSuspenseQuery,
} from '@tanstack/react-query'
import type { InfiniteData, UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import * as sanguine from 'sanguine'
import { equal } from '../equal.js'

interface Event {
  id: number
  title: string
  seats: number
}

interface Page {
  docs: Event[]
  nextPage: number | null
}

declare function fetchEvent(id: number, signal: AbortSignal): Promise<Event>
declare function fetchEvents(page: number): Promise<Page>
declare function updateEvent(event: Event, init?: { signal?: AbortSignal; key?: string }): Promise<Event>

// One engine: react-query's client is Sanguine's.
equal<QueryClient, sanguine.QueryClient>(true)

const eventOptions = (id: number) =>
  queryOptions({ queryKey: ['events', id], queryFn: ({ signal }) => fetchEvent(id, signal), staleTime: 5000 })

const pagesOptions = infiniteQueryOptions({
  queryKey: ['events', 'pages'],
  queryFn: ({ pageParam }) => fetchEvents(pageParam),
  initialPageParam: 1,
  getNextPageParam: (last) => last.nextPage,
})

const saveOptions = mutationOptions({
  mutationKey: ['events', 'save'],
  mutationFn: (event: Event) => updateEvent(event),
  optimistic(intent, event) {
    intent.set(eventOptions(event.id).queryKey, event)
  },
  resync: false,
})

function EventView({ id }: { id: number | undefined }) {
  const client = useQueryClient()
  const known = useQuery(eventOptions(1))
  equal<typeof known, UseQueryResult<Event, Error>>(true)
  const { data, isPending } = useQuery({
    queryKey: ['events', id],
    queryFn: id === undefined ? skipToken : ({ signal }) => fetchEvent(id, signal),
    placeholderData: keepPreviousData,
  })
  const title = useQuery({ ...eventOptions(1), select: (event) => event.title })
  equal<typeof title.data, string | undefined>(true)
  const given = useQuery({ ...eventOptions(1), initialData: { id: 1, title: '', seats: 0 } })
  equal<typeof given.data, Event>(true)

  const save = useMutation({
    mutationFn: (event: Event, { signal, idempotencyKey }) =>
      updateEvent(event, { ...(signal && { signal }), ...(idempotencyKey && { key: idempotencyKey }) }),
    optimistic(intent, event) {
      equal<typeof event, Event>(true)
      intent.update(['events', event.id], (old) => ({ ...old, ...event }))
      intent.update(['events'], (list) => list.map((e: Event) => (e.id === event.id ? { ...e, ...event } : e)))
      intent.update(eventOptions(event.id).queryKey, (old) => ({ ...old, title: event.title }))
      intent.merge(pagesOptions.queryKey, { id: event.id, title: event.title })
      intent.increment({ queryKey: ['counts'], exact: true }, 'saves', 1)
      // @ts-expect-error the key's tag says Event
      intent.set(eventOptions(event.id).queryKey, event.title)
    },
    merge: (answer, variables, old) => ({ ...old, ...variables, ...answer }),
    onError: (error, event) => console.error(error.message, event.title),
  })
  equal<typeof save, UseMutationResult<Event, Error, Event, unknown>>(true)

  // The documented pattern, in v5's and in v4's spelling of filters.
  const plain = useMutation({
    mutationFn: (event: Event) => updateEvent(event),
    onMutate: async (event, context) => {
      await context.client.cancelQueries({ queryKey: ['events', event.id] })
      await client.cancelQueries(['events', event.id])
      const previous = client.getQueryData<Event>(['events', event.id])
      client.setQueryData(['events', event.id], event)
      return { previous }
    },
    onError: (_error, event, result) => client.setQueryData(['events', event.id], result?.previous),
    onSettled: (_data, _error, event) => client.invalidateQueries(['events', event.id]),
  })
  const saved = useMutation(saveOptions)
  saved.mutate({ id: 1, title: '', seats: 0 }, { onSuccess: (event) => event.id })
  // @ts-expect-error an Event is wanted
  saved.mutate('x')
  const nothing = useMutation({ mutationFn: async () => 1 })
  nothing.mutate()

  // @ts-expect-error no such option
  useMutation({ mutationFn: updateEvent, optimist() {} })
  // @ts-expect-error optimistic returns nothing, and no promise
  useMutation({ mutationFn: (event: Event) => updateEvent(event), optimistic: async () => {} })

  useIsFetching({ queryKey: ['events'] })
  const titles = useMutationState({
    filters: { mutationKey: ['events'], status: 'pending' },
    select: (mutation) => (mutation.state.variables as Event).title,
  })
  equal<typeof titles, string[]>(true)

  return (
    <button disabled={isPending || save.isPending} onClick={() => data && save.mutate(data)}>
      {known.data?.title} {titles.join()} {plain.failureReason?.message}
    </button>
  )
}

function Pages() {
  const { data, fetchNextPage, hasNextPage } = useInfiniteQuery(pagesOptions)
  equal<typeof data, InfiniteData<Page, unknown> | undefined>(true)
  const flat = useInfiniteQuery({ ...pagesOptions, select: (all) => all.pages.flatMap((page) => page.docs) })
  equal<typeof flat.data, Event[] | undefined>(true)
  const suspended = useSuspenseInfiniteQuery(pagesOptions)
  equal<typeof suspended.data, InfiniteData<Page, unknown>>(true)
  const [first, second] = useQueries({
    queries: [eventOptions(1), { queryKey: ['n'], queryFn: () => 1, select: (n: number) => n > 0 }],
  })
  equal<typeof first.data, Event | undefined>(true)
  equal<typeof second.data, boolean | undefined>(true)
  const combined = useQueries({
    queries: [1, 2].map((id) => eventOptions(id)),
    combine: (results) => results.filter((result) => result.isSuccess).map((result) => result.data.title),
  })
  equal<typeof combined, string[]>(true)
  const suspense = useSuspenseQuery(eventOptions(1))
  equal<typeof suspense.data, Event>(true)
  const [a] = useSuspenseQueries({ queries: [eventOptions(1)] })
  equal<typeof a.data, Event>(true)
  usePrefetchQuery(eventOptions(2))
  return <button onClick={() => fetchNextPage()}>{hasNextPage ? data?.pages.length : 'end'}</button>
}

export async function App() {
  const client = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } })
  await client.query(eventOptions(1))
  const event = client.getQueryData(eventOptions(1).queryKey)
  equal<typeof event, Event | undefined>(true)
  client.setMutationDefaults(['events', 'save'], {
    mutationFn: (e: Event) => updateEvent(e),
    optimistic: (intent, e) => intent.upsert<Event[]>(['events'], e),
  })
  return (
    <QueryClientProvider client={client}>
      <HydrationBoundary state={dehydrate(client)} options={{ defaultOptions: { queries: { gcTime: 1000 } } }}>
        <EventView id={undefined} />
        <Pages />
      </HydrationBoundary>
    </QueryClientProvider>
  )
}
