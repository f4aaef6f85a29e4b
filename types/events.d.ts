/** @file The event log of a client, and its replay. */
import type { QueryClient } from './client.js'
import type { QueryKey } from './keys.js'

/** Members of every event. */
interface EventBase<TType extends string> {
  /** Its number, from 1 on. All event logs of a client share the numbers. */
  readonly n: number
  /** When it happened, in milliseconds since 1970. */
  readonly at: number
  readonly type: TType
}

/** What an opaque function made of the values that the event brought to it. See {@link LogPatch}. */
export interface LogEffect {
  /** The change, by its number. */
  readonly change: number
  /** Absent if it is larger than 4096 characters of JSON, or if the change is a helper that fits the value again. */
  readonly patch?: LogPatch
}

/**
 * A difference between two documents. It is a new value, fields, items of a list of the same length, or a part of
 * another list.
 */
export type LogPatch =
  | { readonly set: unknown }
  | { readonly fields: Readonly<Record<string, LogPatch>>; readonly without?: ReadonlyArray<string> }
  | { readonly items: Readonly<Record<string, LogPatch>> }
  | { readonly from: number; readonly drop: number; readonly put: ReadonlyArray<unknown> }

/** What folding again showed of functions. */
interface Folds {
  /** What functions made of the values that this event brought to them, if it is another effect than before. */
  readonly effects?: ReadonlyArray<LogEffect>
  /** Changes that threw. They are left out of the query from now on. */
  readonly threw?: ReadonlyArray<number>
  /** Changes whose `merge` threw. Their answer is left out from now on. */
  readonly mergeThrew?: ReadonlyArray<number>
}

/** A change as an intent wrote it down. */
export interface LogChange {
  /** Its number. Later changes have larger numbers. */
  readonly change: number
  /** The hash of the query that it names. If absent, `filters` say which queries it means. */
  readonly query?: string
  readonly key?: QueryKey
  /** The members that are data. `predicate` is `true` if the filters have one. */
  readonly filters?: Readonly<Record<string, unknown>>
  readonly op: 'function' | 'set' | 'merge' | 'remove' | 'upsert' | 'append' | 'prepend' | 'increment'
  /** The argument of the helper. For `increment` the id of the record, if the call had one. */
  readonly value?: unknown
  /** The field that `increment` adds to, and how much. */
  readonly field?: string
  readonly by?: number
  /** JSON cannot hold the argument of the helper. The change is recorded by its effect, as a function is. */
  readonly lossy?: true
}

/** Names of members that JSON cannot hold. Their JSON form is as near as it can be. */
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
  /** When it settled, by the counter of the client that also numbers requests. */
  readonly number: number
}

interface Failed extends Settled {
  /** The message of the error, cut to 200 characters. */
  readonly error?: string
}

interface OfQuery {
  /** The query's hash. */
  readonly query: string
}

interface NewBase extends OfQuery, Folds, Lossy {
  readonly key: QueryKey
  /** The new confirmed value. Absent if it is undefined, or if `same` is there. */
  readonly value?: unknown
  /** The value is the same as before. */
  readonly same?: true
  /** The changes that the value contains. They leave the fold. */
  readonly holds?: ReadonlyArray<number>
  /** Changes whose answer became part of them in the same step. */
  readonly merged?: ReadonlyArray<number>
}

/**
 * One event. Together the events explain every change of every view. Values in an event are those of the cache itself,
 * not copies. Do not change them.
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
  /** Its variables have changed, because a temporary id was replaced. Its changes are written anew. */
  | (EventBase<'rewritten'> & Written)
  | (EventBase<'sent'> & { readonly intent: number })
  | (EventBase<'confirmed'> &
      Settled &
      Lossy & {
        /** The answer, if it becomes part of what is shown. */
        readonly answer?: unknown
        /** Pairs of a temporary id and the id that the answer gives. */
        readonly names?: ReadonlyArray<readonly [string, unknown]>
        /** The `merge` of the mutation makes the value of the answer. */
        readonly merges?: true
      })
  | (EventBase<'failed'> & Failed)
  /** The server has refused it, because somebody else was first. */
  | (EventBase<'conflict'> & Failed)
  | (EventBase<'unknown'> & Failed)
  /** The change has taken its place over a query. */
  | (EventBase<'folded'> &
      OfQuery &
      Folds & {
        readonly key: QueryKey
        readonly change: number
        /** The answer is already part of the change. */
        readonly answered?: true
        /** The `structuralSharing` of the query, if it is `false` or a function. */
        readonly sharing?: 'off' | 'own'
      })
  /** The answer has become part of the change. */
  | (EventBase<'merged'> & OfQuery & Folds & { readonly change: number })
  /** Functions ran again and made something else. */
  | (EventBase<'refolded'> & OfQuery & Folds)
  /** The change left the query, because it failed, its outcome is unknown, or it is written anew. */
  | (EventBase<'left'> & OfQuery & Folds & { readonly change: number })
  /** A fetch brought the base. */
  | (EventBase<'fetched'> &
      NewBase & {
        /** The number of the request of this fetch. */
        readonly request: number
      })
  /** Something else than a fetch brought the base. */
  | (EventBase<'rebased'> &
      NewBase & {
        /**
         * `start`: it was there when the query or the log began. `write`: `setQueryData`. `state`: hydration, a push,
         * `setState`. `held`: the same, held back until now. `revert`: a fetch was cancelled. `reset`.
         */
        readonly by: 'start' | 'write' | 'state' | 'held' | 'revert' | 'reset'
      })
  /** A value came that may contain pending changes. The engine holds it back. */
  | (EventBase<'held'> &
      OfQuery &
      Lossy & {
        /** The number of its request. 0 if no request of this client brought it. */
        readonly request: number
        readonly value?: unknown
        readonly waitsFor: ReadonlyArray<number>
      })
  /** The held value is given up: a change in it was confirmed, a newer value came, or a value was written. */
  | (EventBase<'dropped'> & OfQuery & { readonly why: 'confirmed' | 'newer' | 'written' })
  /** The first changes of the fold became part of the base. */
  | (EventBase<'baked'> & OfQuery & Folds & { readonly holds: ReadonlyArray<number> })
  /** The fetch that the query is owed is sent. */
  | (EventBase<'resync'> & OfQuery)
  /** The query has left the cache, or is being reset. */
  | (EventBase<'removed'> & OfQuery)
  /** `client.clear()` was called. All intents are forgotten. */
  | EventBase<'cleared'>

/** Options of an event log. */
export interface EventLogOptions {
  /** The number of events that are kept at most; 1000 by default, at least 2. */
  limit?: number
}

/** An event log as a document. `start` leads from nothing to the state before the first of `events`. */
export interface ExportedLog {
  format: 'sanguine-log'
  version: 1
  start: ReadonlyArray<LogEvent>
  events: ReadonlyArray<LogEvent>
}

/**
 * The event log of one client. It records every change of every view, and begins with what the client has. A client
 * without an event log pays one null check for each event. An export holds cached data and variables of mutations, so
 * send it only to people who may see them.
 */
export class EventLog {
  constructor(client: object, options?: EventLogOptions)
  /**
   * Calls the listener with each event as it happens. The function that it returns ends that. If the listener throws,
   * the error is reported, and the others are still called.
   */
  subscribe(listener: (event: LogEvent) => void): () => void
  /** The kept events, oldest first. */
  events(): Array<LogEvent>
  /** The event log as JSON text, which {@link Replay} reads in the browser and on the JVM. */
  export(): string
  toJSON(): ExportedLog
  /** Forgets the events, and begins anew with what the client has now. */
  clear(): void
  /** Ends the recording. The recorded events stay readable. */
  detach(): void
}

/** The first event log that is attached to the client, or a new one. */
export function eventLogOf(client: object): EventLog

/** The JSON form of one event. */
export function eventJson(event: LogEvent): LogEvent

/** What a replay may use besides the exported log. */
export interface ReplayOptions {
  /**
   * A client whose `setMutationDefaults(key, { optimistic, merge })` registered the functions. The replay runs these in
   * place of recorded effects.
   */
  client?: QueryClient
}

export interface ReplayIntent {
  readonly intent: number
  readonly name: string
  readonly state: 'queued' | 'sent' | 'confirmed' | 'failed' | 'conflict' | 'unknown'
  /** The numbers of its changes. */
  readonly changes: ReadonlyArray<number>
}

export interface ReplayQuery {
  /** The query's hash. */
  readonly query: string
  readonly key: QueryKey
  /** The confirmed value. Absent if there is none. */
  readonly base?: unknown
  /** What the query showed. Absent if it showed nothing. */
  readonly view?: unknown
  /** The changes over the base, in order. */
  readonly changes: ReadonlyArray<number>
  /** True if a value is held back. */
  readonly held: boolean
  /** False if a part of the view is a recorded effect, or was not JSON. */
  readonly exact: boolean
}

export interface ReplayState {
  /** How many events have happened. */
  readonly position: number
  /** The last of them. */
  readonly event?: LogEvent
  /** The intents that are still in the log. */
  readonly intents: ReadonlyArray<ReplayIntent>
  readonly queries: ReadonlyArray<ReplayQuery>
}

/**
 * Plays an event log again, forward and backward. It shows exactly what helpers changed. For a function it shows the
 * recorded effect (`exact: false`), or runs the function that is registered for the key of its mutation.
 */
export class Replay {
  /**
   * @param exported the text or the document. The replay checks it, and runs nothing of it
   * @throws Error if a member is wrong. It names the member, its value and the remedy
   */
  constructor(exported: unknown, options?: ReplayOptions)
  /** How many events there are. */
  readonly length: number
  /** How many events have happened. */
  readonly position: number
  /** Goes to the state after that many events. */
  at(position: number): ReplayState
  /** Goes one event forward. At the end it stays there. */
  next(): ReplayState
  /** Goes one event back. At the start it stays there. */
  previous(): ReplayState
  /** The query with this hash in the present state. Null if the event log does not know it. */
  query(hash: string): ReplayQuery | null
}
