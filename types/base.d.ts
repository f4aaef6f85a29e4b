/** @file What caches, observers, queries and mutations have in common. */

/** Keeps a set of listeners. Caches, observers and managers extend it. */
export declare class Subscribable<TListener extends Function> {
  protected listeners: Set<TListener>
  constructor()
  /** Adds a listener. The function that it returns removes the listener. */
  subscribe(listener: TListener): () => void
  /** True if at least one listener is subscribed. */
  hasListeners(): boolean
  /** For subclasses: called after a listener was added. */
  protected onSubscribe(): void
  /** For subclasses: called after a listener was removed. */
  protected onUnsubscribe(): void
}

/** Leaves its cache by itself, some time after the last observer left. Queries and mutations extend it. */
export declare abstract class Removable {
  /**
   * Milliseconds between the last use and the removal: the longest `gcTime` of all options so far. If no option says
   * it, 300000, or Infinity on a server.
   */
  gcTime: number
  /** Stops the timer of the removal. The entry stays in its cache. */
  destroy(): void
  protected scheduleGc(): void
  protected updateGcTime(newGcTime: number | undefined): void
  protected clearGcTimeout(): void
  protected abstract optionalRemove(): void
}

/** The kinds of event that a cache reports to its listeners. */
export type NotifyEventType =
  | 'added'
  | 'removed'
  | 'updated'
  | 'observerAdded'
  | 'observerRemoved'
  | 'observerResultsUpdated'
  | 'observerOptionsUpdated'

export interface NotifyEvent {
  type: NotifyEventType
}

/** The error with which a cancelled fetch or mutation rejects. */
export declare class CancelledError extends Error {
  revert?: boolean
  silent?: boolean
  constructor(options?: { revert?: boolean; silent?: boolean })
}
