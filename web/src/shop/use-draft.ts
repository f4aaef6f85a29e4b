import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { DraftObserver, type DraftOptions } from 'sanguine/drafts'

/**
 * The draft of one order, which outlives the component. An app that installs the package has `useDraft` in
 * `sanguine/react`; the shop is built on the modules themselves.
 */
export function useDraft<TRecord>(id: number, options: () => DraftOptions<TRecord>): DraftObserver<TRecord> {
  const client = useQueryClient()
  const draft = useMemo(() => new DraftObserver<TRecord>(client, options()), [client, id])
  useSyncExternalStore(draft.subscribe, draft.getCurrentResult, draft.getCurrentResult)
  return draft
}
