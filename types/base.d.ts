/** @file What caches, observers, queries and mutations have in common. */

/** Keeps listeners. */
export declare class Subscribable<TListener extends Function> {
  protected listeners: Set<TListener>
  constructor()
  /** Adds a listener; what is returned takes it off again. Listeners are called at once, inside `notifyManager.batch`. */
  subscribe(listener: TListener): () => void
  hasListeners(): boolean
  /** For subclasses: a listener has come. */
  protected onSubscribe(): void
  /** For subclasses: a listener has left. */
  protected onUnsubscribe(): void
}

/** Goes by itself, some time after nobody wants it any more. */
export declare abstract class Removable {
  /** Milliseconds; the longest that was asked for, 300000 where nobody asked, Infinity on a server. */
  gcTime: number
  destroy(): void
  protected scheduleGc(): void
  protected updateGcTime(newGcTime: number | undefined): void
  protected clearGcTimeout(): void
  protected abstract optionalRemove(): void
}

/** What kinds of event a cache tells. */
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

/** What a fetch or a mutation that was cancelled rejects with. */
export declare class CancelledError extends Error {
  revert?: boolean
  silent?: boolean
  constructor(options?: { revert?: boolean; silent?: boolean })
}
