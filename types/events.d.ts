/** @file The log of a client, event by event, and its replay. */
import type { QueryClient } from './client.js'
import type { QueryKey } from './keys.js'

/** What every event has. */
interface EventBase<TType extends string> {
  /** Its number, from 1 on, among all events of the client since somebody listens. */
  readonly n: number
  /** When it happened, in milliseconds since 1970. */
  readonly at: number
  readonly type: TType
}

/** What an opaque function made of the values that the event brought to it; see {@link LogPatch}. */
export interface LogEffect {
  /** The change, by its number. */
  readonly change: number
  /** Absent where it is too large (4096 characters of JSON), or where a helper is for the value again. */
  readonly patch?: LogPatch
}

/** A difference between two documents. */
export type LogPatch =
  | { readonly set: unknown }
  | { readonly fields: Readonly<Record<string, LogPatch>>; readonly without?: ReadonlyArray<string> }
  | { readonly items: Readonly<Record<string, LogPatch>> }
  | { readonly from: number; readonly drop: number; readonly put: ReadonlyArray<unknown> }

/** What folding again may have shown of functions. */
interface Folds {
  /** What functions made of the values that this event brought to them, where it is something else than before. */
  readonly effects?: ReadonlyArray<LogEffect>
  /** Changes that threw and are left out of the query from now on. */
  readonly threw?: ReadonlyArray<number>
  /** Changes whose `merge` threw: the answer is left out from now on. */
  readonly mergeThrew?: ReadonlyArray<number>
}

/** A change as an intent wrote it down. */
export interface LogChange {
  /** Its number: larger than those of all changes before it. */
  readonly change: number
  /** The hash of the query that it names; else the filters say which queries are meant. */
  readonly query?: string
  readonly key?: QueryKey
  /** As far as they are data; `predicate: true` where there is one. */
  readonly filters?: Readonly<Record<string, unknown>>
  readonly op: 'function' | 'set' | 'merge' | 'remove' | 'upsert' | 'append' | 'prepend' | 'increment'
  /** What the helper was given; for `increment` the id of the record, if one was named. */
  readonly value?: unknown
  /** The field that `increment` adds to, and how much. */
  readonly field?: string
  readonly by?: number
  /** JSON cannot hold what the helper was given: it is recorded by its effect, like a function. */
  readonly lossy?: true
}

/** Names of members that JSON cannot hold: in the JSON form they are as near as it can. */
interface Lossy {
  readonly lossy?: ReadonlyArray<string>
}

interface Written extends Lossy {
  /** The intent, by the number of its first change. */
  readonly intent: number
  readonly variables?: unknown
  readonly changes: ReadonlyArray<LogChange>
}

interface Settled {
  readonly intent: number
  /** When it was settled, by the client's counter, by which requests are numbered too. */
  readonly number: number
}

interface Failed extends Settled {
  /** The error's message, of 200 characters at most. */
  readonly error?: string
}

interface OfQuery {
  /** The query's hash. */
  readonly query: string
}

interface NewBase extends OfQuery, Folds, Lossy {
  readonly key: QueryKey
  /** The confirmed value from now on; absent where it is undefined, or `same`. */
  readonly value?: unknown
  /** The value is the one from before. */
  readonly same?: true
  /** The changes that it holds: they leave the fold. */
  readonly holds?: ReadonlyArray<number>
  /** Changes whose answer has become part of them at the same time. */
  readonly merged?: ReadonlyArray<number>
}

/**
 * One event: together they explain every change of every view. Values in it are those of the cache itself, not copies;
 * they must not be changed.
 */
export type LogEvent =
  /** `optimistic` has written its changes down. */
  | (EventBase<'issued'> &
      Written & {
        readonly mutation: number
        /** The mutation's key as text, or # and its number: the name of its functions. */
        readonly name: string
        readonly mutationKey?: QueryKey
        readonly scope?: unknown
      })
  /** Its variables have become others (a temporary id has been replaced), and its changes with them. */
  | (EventBase<'rewritten'> & Written)
  | (EventBase<'sent'> & { readonly intent: number })
  | (EventBase<'confirmed'> &
      Settled &
      Lossy & {
        /** The answer, where it becomes part of what is shown. */
        readonly answer?: unknown
        /** Pairs of a temporary id and the one that the answer gives. */
        readonly names?: ReadonlyArray<readonly [string, unknown]>
        /** The mutation's own `merge` makes the value of it. */
        readonly merges?: true
      })
  | (EventBase<'failed'> & Failed)
  | (EventBase<'unknown'> & Failed)
  /** The change has taken its place over a query. */
  | (EventBase<'folded'> &
      OfQuery &
      Folds & {
        readonly key: QueryKey
        readonly change: number
        /** The answer is part of it already. */
        readonly answered?: true
        /** The query's `structuralSharing`, where it is `false` or a function. */
        readonly sharing?: 'off' | 'own'
      })
  /** The answer has become part of the change. */
  | (EventBase<'merged'> & OfQuery & Folds & { readonly change: number })
  /** Functions have run again and made something else. */
  | (EventBase<'refolded'> & OfQuery & Folds)
  /** The change has left the query: it failed, or nobody knows, or it is written anew. */
  | (EventBase<'left'> & OfQuery & Folds & { readonly change: number })
  /** A fetch brought the base. */
  | (EventBase<'fetched'> &
      NewBase & {
        /** The number of its request. */
        readonly request: number
      })
  /** Something else did. */
  | (EventBase<'rebased'> &
      NewBase & {
        /**
         * `start`: it was there when the query or the log began. `write`: `setQueryData`. `state`: hydration, a push,
         * `setState`. `held`: the same, held back until now. `revert`: a fetch was cancelled. `reset`.
         */
        readonly by: 'start' | 'write' | 'state' | 'held' | 'revert' | 'reset'
      })
  /** A value came that may, or may not, hold changes that are under way. */
  | (EventBase<'held'> &
      OfQuery &
      Lossy & {
        /** 0 where nobody asked for it. */
        readonly request: number
        readonly value?: unknown
        readonly waitsFor: ReadonlyArray<number>
      })
  /** What was held back is given up: a change in it was confirmed, or a newer value came, or one was written. */
  | (EventBase<'dropped'> & OfQuery & { readonly why: 'confirmed' | 'newer' | 'written' })
  /** The first changes of the fold have become part of the base. */
  | (EventBase<'baked'> & OfQuery & Folds & { readonly holds: ReadonlyArray<number> })
  /** The fetch that is owed to the query is sent. */
  | (EventBase<'resync'> & OfQuery)
  /** The query has left the cache, or is being reset. */
  | (EventBase<'removed'> & OfQuery)
  /** `client.clear()`: intents are forgotten. */
  | EventBase<'cleared'>

/** How a log keeps its events. */
export interface EventLogOptions {
  /** How many events are kept at most, 2 or more; 1000 by default. */
  limit?: number
}

/** A log as a document: what leads from nothing to the state before the first event, and the events. */
export interface ExportedLog {
  format: 'sanguine-log'
  version: 1
  start: ReadonlyArray<LogEvent>
  events: ReadonlyArray<LogEvent>
}

/**
 * The log of one client: every change of every view. It begins with what the client has. A client without a log pays
 * nothing. What is exported holds cached data and variables of mutations: whom it is sent to may see them.
 */
export class EventLog {
  constructor(client: object, options?: EventLogOptions)
  /** Calls the listener with each event as it happens; returns what ends that. One that throws is reported. */
  subscribe(listener: (event: LogEvent) => void): () => void
  /** The events that are kept, oldest first. */
  events(): Array<LogEvent>
  /** The log as JSON text, which {@link Replay} reads, here or on the JVM. */
  export(): string
  toJSON(): ExportedLog
  /** Forgets the events; the log goes on from what is now. */
  clear(): void
  /** Ends the log; what it has stays readable. */
  detach(): void
}

/** The client's log: the first that is attached, or a new one. */
export function eventLogOf(client: object): EventLog

/** The JSON form of one event. */
export function eventJson(event: LogEvent): LogEvent

/** What a replay may use besides the log. */
export interface ReplayOptions {
  /** Functions registered here by `setMutationDefaults(key, { optimistic, merge })` are run for opaque ones. */
  client?: QueryClient
}

export interface ReplayIntent {
  readonly intent: number
  readonly name: string
  readonly state: 'queued' | 'sent' | 'confirmed' | 'failed' | 'unknown'
  /** The numbers of its changes. */
  readonly changes: ReadonlyArray<number>
}

export interface ReplayQuery {
  /** The query's hash. */
  readonly query: string
  readonly key: QueryKey
  /** The confirmed value; absent where there is none. */
  readonly base?: unknown
  /** What the query showed; absent where that was nothing. */
  readonly view?: unknown
  /** The changes over the base, in order. */
  readonly changes: ReadonlyArray<number>
  /** A value is held back. */
  readonly held: boolean
  /** False where a part of the view is a recorded effect, or was no JSON. */
  readonly exact: boolean
}

export interface ReplayState {
  /** How many events have happened. */
  readonly position: number
  /** The last of them. */
  readonly event?: LogEvent
  /** The intents that are not done with. */
  readonly intents: ReadonlyArray<ReplayIntent>
  readonly queries: ReadonlyArray<ReplayQuery>
}

/**
 * A log played again, forward and backward. What helpers changed is exactly what was shown. A function goes by its
 * recorded effect (`exact: false`), or by the one that is registered for its mutation's key.
 */
export class Replay {
  /**
   * @param exported the text or the document; it is checked, and nothing of it is run
   * @throws Error that names the member that is wrong, its value and the remedy
   */
  constructor(exported: unknown, options?: ReplayOptions)
  /** How many events there are. */
  readonly length: number
  /** How many events have happened. */
  readonly position: number
  /** Goes to the place after that many events. */
  at(position: number): ReplayState
  /** One event on; at the end it stays there. */
  next(): ReplayState
  /** One event back; at the start it stays there. */
  previous(): ReplayState
  /** The query of this hash at the present place; null where the log has no word of it. */
  query(hash: string): ReplayQuery | null
}
