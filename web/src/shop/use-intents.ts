import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { IntentsObserver, type IntentFilters, type IntentResult } from 'sanguine/intents'

/**
 * The changes that mutations with `optimistic` have under way, and those that failed, in the order of issue: of a key, of
 * one record, or all. The array is the same until something of it changed.
 */
export function useIntents(filters?: IntentFilters): IntentResult[] {
  const client = useQueryClient()
  const [observer] = useState(() => new IntentsObserver(client, filters))
  useEffect(() => observer.setOptions(filters), [observer, filters])
  return useSyncExternalStore(observer.subscribe, observer.getCurrentResult, observer.getCurrentResult)
}
