/** What an app registers holds for every call; in a file of its own, so that it is compiled with all others. */
import { QueryClient } from 'sanguine'
import type { QueryMeta } from 'sanguine'
import { equal } from '../equal.js'

declare module 'sanguine' {
  interface Register {
    queryMeta: { label?: string }
  }
}

equal<QueryMeta, { label?: string }>(true)
void new QueryClient().fetchQuery({ queryKey: ['x'], queryFn: ({ meta }) => meta?.label ?? '', meta: { label: 'x' } })
// @ts-expect-error the app's meta has a label only
void new QueryClient().fetchQuery({ queryKey: ['x'], queryFn: () => 1, meta: { level: 1 } })
