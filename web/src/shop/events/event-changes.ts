import {
  useMutationState,
  type Mutation,
  type MutationKey,
  type MutationStatus,
  type QueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'

import type { EventChange, EventField, NewEvent, ShopEvent } from './event-data'
import { eventMutationKeys } from './event-mutations'

/** A change that was sent, as the page shows it. */
export type Sent<Variables> = {
  mutationId: number
  variables: Variables
  status: MutationStatus
  error: Error | null
  submittedAt: number
}

/**
 * The changes with this key, the oldest first. They are read from the mutation cache, so that a page which was left and
 * opened again still knows what is being saved and what was not.
 */
const useSent = <Variables>(mutationKey: MutationKey, isMeant: (variables: Variables) => boolean): Sent<Variables>[] =>
  useMutationState({
    filters: {
      mutationKey,
      predicate: ({ state }) => state.variables !== undefined && isMeant(state.variables as Variables),
    },
    select: ({ mutationId, state: { variables, status, error, submittedAt } }) =>
      ({ mutationId, variables, status, error, submittedAt }) as Sent<Variables>,
  })

/** What became of the fields of one event: the latest change of each. */
export type FieldChanges = Partial<Record<EventField, Sent<EventChange>>>

export function useFieldChanges(id: number): FieldChanges {
  const sent = useSent<EventChange>(eventMutationKeys.change, (change) => change.id === id)
  return useMemo(() => Object.fromEntries(sent.map((change) => [change.variables.field, change])), [sent])
}

/** The latest try to delete this event, if there was one. */
export const useRemoval = (id: number): Sent<ShopEvent> | undefined =>
  useSent<ShopEvent>(eventMutationKeys.remove, (event) => event.id === id).at(-1)

/** The events that could not be added. */
export const useNotAdded = (): Sent<NewEvent>[] => useSent<NewEvent>(eventMutationKeys.add, () => true).filter(isFailed)

export const isPending = (sent?: Sent<unknown>) => sent?.status === 'pending'

export const isFailed = (sent?: Sent<unknown>) => sent?.status === 'error'

/** Forgets a change that was not saved. */
export function discard(client: QueryClient, { mutationId }: Sent<unknown>): void {
  const cache = client.getMutationCache()
  const isIt = (mutation: Mutation<any, any, any, any>) => mutation.mutationId === mutationId
  const mutation = cache.getAll().find(isIt)
  if (mutation) {
    cache.remove(mutation)
  }
}
