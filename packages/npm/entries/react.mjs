'use client'
/** Hooks beside those of react-query: what is pending, and what failed. */
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { hashKey } from './sanguine.mjs'
import { IntentsObserver } from './sanguine-intents.mjs'
import { refuseStranger } from './sanguine-check.mjs'

/** On a server, and while its markup is taken over, nothing is under way. */
const NOTHING = []

const nothing = () => NOTHING

const isPending = ({ state }) => state === 'queued' || state === 'sent'

const isUnsaved = ({ state }) => state === 'failed' || state === 'unknown'

/** The intents that the filters mean. */
export function useIntents(filters, queryClient) {
  const client = useQueryClient(queryClient)
  const hash = hashKey([filters])
  // An observer for each meaning of the filters: a render that is thrown away leaves no trace in one that is shown. It listens
  // only while the component is mounted; what changed before that is seen, for React asks again when it has subscribed.
  const observer = useMemo(() => {
    refuseStranger(client, 'useIntents')
    return new IntentsObserver(client, filters)
    // Two filters with one hash mean the same.
  }, [client, hash])
  return useSyncExternalStore(observer.subscribe, observer.getCurrentResult, nothing)
}

/** Those of them that the server has not answered yet. */
export function usePendingIntents(filters, queryClient) {
  const intents = useIntents(filters, queryClient)
  return useMemo(() => intents.filter(isPending), [intents])
}

/** Those of them that failed, or of which nobody knows what became of them: each can be sent again or discarded. */
export function useUnsavedIntents(filters, queryClient) {
  const intents = useIntents(filters, queryClient)
  return useMemo(() => intents.filter(isUnsaved), [intents])
}
