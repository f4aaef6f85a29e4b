import { useSyncExternalStore, type ReactNode } from 'react'

/** False in what the server renders, true as soon as the page's scripts run. */
export const useAlive = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )

/** Controls that can be used as soon as they do something. */
export function Controls({ children }: { children: ReactNode }) {
  const alive = useAlive()
  return (
    <fieldset className="event-controls" disabled={!alive}>
      {children}
      {!alive && <p className="event-starting">The page can be changed as soon as it has loaded.</p>}
    </fieldset>
  )
}
