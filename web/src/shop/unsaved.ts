import type { QueryClient } from 'sanguine'

/**
 * Asks before the tab is closed while a change is queued or in flight. One that is held is sent by leaving. At other times nobody listens, so that the browser
 * may keep the page for the way back.
 */
export function askBeforeLosing(client: QueryClient): void {
  let asks = false
  client.getMutationCache().subscribe(() => {
    const wanted = client.isMutating({ predicate: ({ state }) => !state.heldUntil }) > 0
    if (wanted !== asks) {
      asks = wanted
      const change = wanted ? window.addEventListener : window.removeEventListener
      change('beforeunload', ask)
    }
  })
}

const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
