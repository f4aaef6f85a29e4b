'use client'
/** Hooks for use beside those of react-query. They list what is pending, and what failed. */
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { hashKey } from './sanguine.mjs'
import { IntentsObserver } from './sanguine-intents.mjs'
import { refuseStranger } from './sanguine-check.mjs'

/** On a server, and while React takes its markup over, nothing is pending. */
const NOTHING = []

const nothing = () => NOTHING

const isPending = ({ state }) => state === 'held' || state === 'queued' || state === 'sent'

const isUnsaved = ({ state }) => state === 'failed' || state === 'conflict' || state === 'unknown'

/** The intents that match the filters. */
export function useIntents(filters, queryClient) {
  const client = useQueryClient(queryClient)
  const hash = hashKey([filters])
  // Each meaning of the filters has an observer of its own, so a render that React throws away does not change one that is shown.
  // The observer listens only while the component is mounted. React reads the result again after it has subscribed.
  const observer = useMemo(() => {
    refuseStranger(client, 'useIntents')
    return new IntentsObserver(client, filters)
    // Two filters with one hash mean the same.
  }, [client, hash])
  return useSyncExternalStore(observer.subscribe, observer.getCurrentResult, nothing)
}

/** The intents that the server has not answered yet. */
export function usePendingIntents(filters, queryClient) {
  const intents = useIntents(filters, queryClient)
  return useMemo(() => intents.filter(isPending), [intents])
}

/** The intents that failed or whose outcome is unknown. Each can be retried or discarded. */
export function useUnsavedIntents(filters, queryClient) {
  const intents = useIntents(filters, queryClient)
  return useMemo(() => intents.filter(isUnsaved), [intents])
}
