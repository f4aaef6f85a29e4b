/** @file Intents: what a mutation changes in the cache before its answer comes. */
import type { QueryClient } from './client.js'
import type { QueryFilters } from './filters.js'
import type { AnyDataTag, InferDataFromTag, QueryKey } from './keys.js'
import type { Query } from './query.js'

/**
 * The state of a change.
 *
 * - `queued`: its request has not left yet.
 * - `sent`: its request has left.
 * - `confirmed`: the answer came.
 * - `failed`: the server refused it, or it was never sent.
 * - `unknown`: nobody knows the outcome, after a timeout or a connection that was lost after sending.
 */
export type IntentState = 'queued' | 'sent' | 'confirmed' | 'failed' | 'conflict' | 'unknown'

/**
 * The queries that a change applies to. A key means exactly that key. Filters mean every query that they match, even
 * one that is created later. They match by prefix unless they say `exact`.
 */
export type IntentTarget = QueryKey | QueryFilters

/**
 * The type that a key is tagged with, a member for each kind of tag. A member is never if the key has no such tag.
 * `sanguine/react-query` adds query-core's own tags.
 */
export interface KeyTags<TKey extends QueryKey> {
  sanguine: TKey extends AnyDataTag ? InferDataFromTag<never, TKey> : never
}

type TaggedData<TKey extends QueryKey> = KeyTags<TKey>[keyof KeyTags<TKey>]

/** The type of the value at a target: the type that its key is tagged with, else `TData`. */
export type IntentData<TTarget, TData> = TTarget extends QueryKey
  ? [TaggedData<TTarget>] extends [never]
    ? TData
    : TaggedData<TTarget>
  : TData

type IsAny<T> = 0 extends 1 & T ? true : false

/**
 * A record of the list: the value itself, its `docs`, or the lists in its `pages`. Never if the value holds no list.
 */
type ListItem<T> =
  T extends ReadonlyArray<infer TItem>
    ? TItem
    : T extends { docs: ReadonlyArray<infer TItem> }
      ? TItem
      : T extends { pages: ReadonlyArray<infer TPage> }
        ? ListItem<TPage>
        : never

/** A record of the list in the value. Any if the type is not known. */
export type IntentItem<T> = IsAny<T> extends true ? any : ListItem<T>

/**
 * Fields of the value. If the value holds a list: fields of one of its records, with the id of that record if it is
 * called `id`.
 */
export type IntentFields<T> =
  IsAny<T> extends true
    ? object
    : [ListItem<T>] extends [never]
      ? Partial<T>
      : Partial<ListItem<T>> & (ListItem<T> extends { id: infer TId } ? { id: TId } : unknown)

/** The id of a record in the list of the value. */
export type IntentId<T> =
  IsAny<T> extends true ? string | number : ListItem<T> extends { id: infer TId } ? TId : string | number

/** The name of a field that holds a number. */
export type IntentNumber<T> =
  IsAny<T> extends true ? string : { [K in keyof T]-?: Required<T>[K] extends number ? K : never }[keyof T] & string

/** The name of a field that holds a number in the record with a given id: a record of the list, or the value itself. */
export type IntentNumberOf<T> =
  IsAny<T> extends true ? string : [ListItem<T>] extends [never] ? IntentNumber<T> : IntentNumber<ListItem<T>>

/**
 * The changes that a mutation makes at once. Its methods write changes down, in order. Call them only while
 * `optimistic` runs. A method throws an Error if it is called later, or if the target is neither a key nor filters.
 *
 * If a query has no data, its change waits until data comes. Only `set` creates data. A function must be pure, because
 * it runs again whenever something before it changes. If it throws over a later value, its change is reported and left
 * out there.
 *
 * The type of the value is that of a tagged key (`queryOptions(...).queryKey`), or the first type argument, or any.
 */
export interface Intent {
  /** The present state of the change. */
  readonly state: IntentState
  /** The variables of the mutation. */
  readonly variables: unknown
  /** The error that the mutation failed with. Null if it did not fail. */
  readonly error: unknown
  /**
   * Replaces the value by what the function returns. If the function returns undefined, the value stays. A promise is
   * refused with an Error.
   */
  update<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    updater: (old: IntentData<TTarget, TData>) => NoInfer<IntentData<TTarget, TData>> | undefined,
  ): void
  /**
   * Replaces the value by what the function returns, or creates it. The function receives the present value, or
   * undefined if there is none. If it returns undefined, nothing changes.
   */
  set<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    updater: (old: IntentData<TTarget, TData> | undefined) => NoInfer<IntentData<TTarget, TData>> | undefined,
  ): void
  /** Replaces the value, or creates it. */
  set<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    value: NoInfer<IntentData<TTarget, TData>>,
  ): void
  /**
   * Writes the fields over the record. In a list it writes them over every record whose id is `fields.id`. It skips a
   * record with another id, and values that are not records.
   */
  merge<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    fields: NoInfer<IntentFields<IntentData<TTarget, TData>>>,
  ): void
  /** Removes the record with this id from the list. Ids are equal if their texts are equal, here and everywhere. */
  remove<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    id: NoInfer<IntentId<IntentData<TTarget, TData>>>,
  ): void
  /** Replaces the record with the same id, or adds the record at the end of the list. */
  upsert<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    record: NoInfer<IntentItem<IntentData<TTarget, TData>>>,
  ): void
  /** Adds the item at the end of the list. In an infinite query that is the end of the last page. */
  append<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    item: NoInfer<IntentItem<IntentData<TTarget, TData>>>,
  ): void
  /** Adds the item at the start of the list. In an infinite query that is the start of the first page. */
  prepend<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    item: NoInfer<IntentItem<IntentData<TTarget, TData>>>,
  ): void
  /**
   * Adds `by` to a number of the record. A negative `by` subtracts. An absent number counts as 0, and a value that is
   * no number stays.
   */
  increment<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    field: NoInfer<IntentNumber<IntentData<TTarget, TData>>>,
    by: number,
  ): void
  /** Adds `by` to a number of the record with this id: a record of the list, or the value itself. */
  increment<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    field: NoInfer<IntentNumberOf<IntentData<TTarget, TData>>>,
    by: number,
    id: NoInfer<IntentId<IntentData<TTarget, TData>>>,
  ): void
  /**
   * The changes of that record, in every query that shows it now or later. Lists lose and gain the record by what they say
   * of themselves. Needs the feature `records` of `sanguine/records`. Throws an Error without it, or if the id is missing.
   *
   * @param type the type of the record: what `records: { of }` of the queries says
   */
  record<TRecord = any>(type: string, id: string | number): RecordIntent<TRecord>
  /**
   * There is a new record. It shows in every list that it belongs to, at its place. Needs the feature `records`. Throws an
   * Error without it, or if the record has no id.
   */
  add<TRecord extends object = any>(type: string, record: TRecord): void
}

/** The changes of one record, in every query that shows it. */
export interface RecordIntent<TRecord = any> {
  /** Writes the fields over the record. Throws an Error if they are no object. */
  merge(fields: IsAny<TRecord> extends true ? object : Partial<TRecord>): void
  /** Replaces the record by what the function returns. If it returns undefined, the record stays. It must be pure. */
  update(updater: (old: TRecord) => TRecord | undefined): void
  /** Adds `by` to a number of the record. An absent number counts as 0, and a value that is no number stays. */
  increment(field: IntentNumber<TRecord>, by: number): void
  /** Removes the record from every list. The data of its own page stays. */
  remove(): void
}

/** A change that was in flight while a value was fetched. */
export interface OverlappingChange {
  /** The confirmed value of the query. */
  base: unknown
  /** The value without the change. */
  before: unknown
  /** The value with the change. */
  after: unknown
  /** The answer of the mutation. Null while the request is in flight. */
  answer: unknown
}

/**
 * Says if a fetched value contains a change whose request was in flight at the same time. Undefined means that it
 * cannot be known. The engine calls it when the value comes, and again when the change is confirmed. If it throws, the
 * error is reported and the rule decides nothing.
 */
export type VersionRule = (
  fetched: unknown,
  change: OverlappingChange,
  query: Query<any, any, any, any>,
) => boolean | undefined

/**
 * The rule for records that have a version in this field (`updatedAt` in Payload), for the option `version` of queries.
 *
 * If a record still has the version that it had before, nobody changed it, so it does not contain a change in flight.
 * Once the change is confirmed, the version in its answer is the first that contains it. Versions are numbers, or texts
 * that sort as ISO dates do. The rule decides nothing if versions are missing, or if more than one record was changed.
 */
export declare function byVersion(field: string): VersionRule

/**
 * Call it in `optimistic`: the record that this mutation creates has this id until the answer names the real one.
 *
 * Mutations whose variables hold the id, anywhere in them, show their changes at once. They are sent when the server's
 * id is known, with that id in their variables. If the record is not created, they fail with the same error, in the
 * same step, and are not sent.
 *
 * A query whose key holds the id fetches only when the server's id is known, and goes on under the key with that id. The
 * key with the temporary id means it too from then on. If the record is not created, its fetch fails, and nothing is sent.
 *
 * @param id a text that is used for nothing else, such as `crypto.randomUUID()`. Anything else throws an Error
 * @param idOf returns the server's id from the answer; `answer.id` by default. If it returns none, the waiting
 * mutations fail
 */
export declare function temporary(intent: Intent, id: string, idOf?: (answer: any) => unknown): void

/**
 * Returns the id by which the server knows a record: for a temporary id that the server has named, the server's. Any other
 * id is returned as it is, also one of a record that is still being created. Use it for an address that should outlive the
 * page, and in a `queryFn` that does not read its id from `queryKey`.
 */
export declare function realId(client: QueryClient, id: unknown): unknown
