/** An app that keeps TanStack's types for query-core, with the engine behind them: the augmentation says what is more. */
import { QueryClient, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import type { Mutation } from '@tanstack/react-query'
import type { SanguineMutationContext } from 'sanguine/react-query'
import { equal } from '../equal.js'

interface Event {
  id: number
  title: string
}

declare function updateEvent(event: Event, signal?: AbortSignal): Promise<Event>

export function useSave() {
  const client = useQueryClient()
  useMutationState({ select: (mutation) => mutation.cancel() })
  return useMutation({
    mutationFn: (event: Event, { signal }: SanguineMutationContext) => updateEvent(event, signal),
    optimistic(intent, event) {
      equal<typeof event, Event>(true)
      intent.update<Event>(['events', event.id], (old) => ({ ...old, ...event }))
      intent.merge({ queryKey: ['events'] }, event)
      // @ts-expect-error no such helper
      intent.replace(['events'], event)
    },
    merge: (answer, _variables, old: Event) => ({ ...old, ...answer }),
    outcome(error) {
      equal<typeof error, Error>(true)
      return error.name === 'NotDelivered' ? 'unknown' : undefined
    },
    resync: false,
    onSettled: (_data, _error, event) => client.invalidateQueries(['events', event.id]),
  })
}

export async function bareKeys(client: QueryClient, mutation: Mutation<Event>): Promise<number> {
  await client.cancelQueries(['events'], { silent: true })
  await client.cancelQueries({ queryKey: ['events'] })
  await client.refetchQueries(['events'])
  await client.resetQueries(['events'])
  client.removeQueries(['events'])
  client.setQueriesData<number>(['counts'], (old) => (old ?? 0) + 1)
  client.setQueryDefaults(['posts'], { records: { id: '_id', list: 'data.items' } })
  client.getQueryCache().findAll(['events'])
  client.getQueryCache().find(['events', 1])
  mutation.cancel()
  // @ts-expect-error a key is an array
  await client.invalidateQueries('events')
  // @ts-expect-error optimistic returns nothing, and no promise
  client.defaultMutationOptions({ mutationFn: updateEvent, optimistic: async () => {} })
  return client.isFetching(['events'])
}
