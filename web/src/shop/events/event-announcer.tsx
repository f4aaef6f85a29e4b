'use client'

import { useQueryClient, type Mutation, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { eventKeys, titleOf, type EventChange, type NewEvent, type ShopEvent } from './event-data'
import { eventMutationKeys } from './event-mutations'
import { fieldKinds, quoted } from './event-values'

type AnyMutation = Mutation<any, any, any, any>

/** What was said last is enough; a region that only grows would be read as a whole by some. */
const mostLines = 5

type Line = { key: number; text: string }

/** Says what was saved and what was not, to people who do not see it: the one live region of the events' pages. */
export function EventAnnouncer() {
  const client = useQueryClient()
  const [lines, setLines] = useState<Line[]>([])

  useEffect(() => {
    let key = 0
    return client.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && (event.action.type === 'success' || event.action.type === 'error')) {
        const text = outcomeOf(client, event.mutation as AnyMutation)
        if (text) {
          const line = { key: key++, text }
          setLines((before) => [...before, line].slice(-mostLines))
        }
      }
    })
  }, [client])

  return (
    <div className="live" role="log" aria-live="polite" aria-label="What was saved">
      {lines.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  )
}

/** A sentence about a change that is settled; none if it is not one of an event. */
function outcomeOf(client: QueryClient, { options, state }: AnyMutation): string | undefined {
  const says = sentences[String(options.mutationKey)]
  return says?.(state.variables, state.error, client)
}

type Sentence = (variables: any, error: Error | null, client: QueryClient) => string

const sentences: Record<string, Sentence> = {
  [String(eventMutationKeys.change)]: ({ id, field }: EventChange, error, client) => {
    const what = `${fieldKinds[field].label} of ${named(cachedEvent(client, id))}`
    return error ? `${what} was not saved: ${error.message}` : `${what} is saved.`
  },
  [String(eventMutationKeys.add)]: (event: NewEvent, error) =>
    error ? `${named(event)} was not added: ${error.message}` : `${named(event)} is added.`,
  [String(eventMutationKeys.remove)]: (event: ShopEvent, error) =>
    error
      ? `${named(event)} was not deleted: ${error.message} It is in the list again.`
      : `${named(event)} is deleted.`,
}

const named = (event?: NewEvent) => quoted(titleOf(event))

function cachedEvent(client: QueryClient, id: number): ShopEvent | undefined {
  const isIt = (event: ShopEvent) => event.id === id
  return (
    client.getQueryData<ShopEvent>(eventKeys.detail(id)) ??
    client.getQueryData<ShopEvent[]>(eventKeys.lists)?.find(isIt)
  )
}
