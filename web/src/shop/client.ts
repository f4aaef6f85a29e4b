import { notifyManager, QueryClient } from 'sanguine'
import { conflicts } from 'sanguine/conflicts'
import { pacing } from 'sanguine/pacing'
import { records } from 'sanguine/records'

import { askBeforeLosing } from './unsaved'

// React hears of a change in the task of the change, not in the next one.
notifyManager.setScheduler(queueMicrotask)

// One tab has one engine. A new one, that somebody has just compiled, begins with a new document.
if (process.env.NODE_ENV === 'development' && typeof window !== 'undefined') {
  import.meta.turbopackHot?.dispose(() => location.reload())
}

let client: QueryClient | undefined

/**
 * The one client of this tab: the Java widgets and React share it, and so its cache. On the server
 * each call makes a new one, since one server renders for many people.
 */
export function shopClient(): QueryClient {
  if (typeof window === 'undefined') {
    return newClient()
  }
  if (!client) {
    client = newClient()
    askBeforeLosing(client)
  }
  return client
}

function newClient(): QueryClient {
  return new QueryClient({
    features: [records, conflicts, pacing],
    // What the pattern of TanStack's guide has written stays on screen until it is settled, whatever is fetched or rendered.
    onMutateWrites: 'intents',
    // The server has just rendered the data: fetching it again while the page starts would be waste.
    defaultOptions: { queries: { staleTime: 30_000 } },
  })
}
