import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { hashKey } from 'sanguine'
import { IntentsObserver, type IntentFilters, type IntentResult } from 'sanguine/intents'

const NOTHING: IntentResult[] = []

/**
 * The changes that mutations with `optimistic` have under way, and those that failed, in the order of issue: of a key, of
 * one record, or all. The array is the same until something of it changed. An app that installs the package has this in
 * `sanguine/react`; the shop is built on the modules themselves.
 */
export function useIntents(filters?: IntentFilters): IntentResult[] {
  const client = useQueryClient()
  const hash = hashKey([filters])
  // Two filters with one hash mean the same.
  const observer = useMemo(() => new IntentsObserver(client, filters), [client, hash])
  return useSyncExternalStore(observer.subscribe, observer.getCurrentResult, () => NOTHING)
}
