/** @file Intents: what a mutation changes before its answer is there. */
import type { QueryFilters } from './filters.js'
import type { AnyDataTag, InferDataFromTag, QueryKey } from './keys.js'
import type { Query } from './query.js'

/**
 * Where a change stands: `queued` before its request leaves, `sent` after, `confirmed` by the answer, `failed`, or
 * `unknown` where nobody can tell what became of it (a timeout, a connection lost after sending).
 */
export type IntentState = 'queued' | 'sent' | 'confirmed' | 'failed' | 'unknown'

/**
 * Where a change applies. A key is meant exactly. Filters mean every query that they match, by prefix unless they say
 * `exact`, also one that is made later.
 */
export type IntentTarget = QueryKey | QueryFilters

/** What a key is tagged with, a member for each kind of tag, never if it has none. `sanguine/react-query` adds query-core's own. */
export interface KeyTags<TKey extends QueryKey> {
  sanguine: TKey extends AnyDataTag ? InferDataFromTag<never, TKey> : never
}

type TaggedData<TKey extends QueryKey> = KeyTags<TKey>[keyof KeyTags<TKey>]

/** The type of the value at a target: what its key is tagged with, else `TData`. */
export type IntentData<TTarget, TData> = TTarget extends QueryKey
  ? [TaggedData<TTarget>] extends [never]
    ? TData
    : TaggedData<TTarget>
  : TData

type IsAny<T> = 0 extends 1 & T ? true : false

/** A record of the list that the value is, or holds as `docs` or as the lists in its `pages`; never if it holds none. */
type ListItem<T> =
  T extends ReadonlyArray<infer TItem>
    ? TItem
    : T extends { docs: ReadonlyArray<infer TItem> }
      ? TItem
      : T extends { pages: ReadonlyArray<infer TPage> }
        ? ListItem<TPage>
        : never

/** A record of the value's list; any if that is not known. */
export type IntentItem<T> = IsAny<T> extends true ? any : ListItem<T>

/** Fields of the value; in a list, of one of its records, with the id that says which, if it is called `id`. */
export type IntentFields<T> =
  IsAny<T> extends true
    ? object
    : [ListItem<T>] extends [never]
      ? Partial<T>
      : Partial<ListItem<T>> & (ListItem<T> extends { id: infer TId } ? { id: TId } : unknown)

/** The id of a record in the value's list. */
export type IntentId<T> =
  IsAny<T> extends true ? string | number : ListItem<T> extends { id: infer TId } ? TId : string | number

/** The name of a field that holds a number. */
export type IntentNumber<T> =
  IsAny<T> extends true ? string : { [K in keyof T]-?: Required<T>[K] extends number ? K : never }[keyof T] & string

/** The name of a field that holds a number in the record that an id names: one of the value's list, or the value itself. */
export type IntentNumberOf<T> =
  IsAny<T> extends true ? string : [ListItem<T>] extends [never] ? IntentNumber<T> : IntentNumber<ListItem<T>>

/**
 * What a mutation changes at once. Its methods write changes down, in order; they may be called only while `optimistic`
 * runs and throw an Error afterwards, or where the target is neither a key nor filters.
 *
 * A query without data is passed over until data comes; only `set` makes data where there was none. A function must be
 * pure: it is run again whenever something before it changes. One that throws over a later value is reported and left
 * out there. The type of the value is that of a tagged key (`queryOptions(...).queryKey`), or the first type argument,
 * or any.
 */
export interface Intent {
  readonly state: IntentState
  /** What the mutation was called with. */
  readonly variables: unknown
  /** What it failed with; null where it did not. */
  readonly error: unknown
  /** Replaces the value by what the function makes of it; undefined leaves it as it is. A promise is refused. */
  update<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    updater: (old: IntentData<TTarget, TData>) => NoInfer<IntentData<TTarget, TData>> | undefined,
  ): void
  /**
   * Puts what the function returns in the place of what is there, or of nothing. It is given what is there, undefined if
   * nothing is; if it returns undefined, all stays as it is.
   */
  set<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    updater: (old: IntentData<TTarget, TData> | undefined) => NoInfer<IntentData<TTarget, TData>> | undefined,
  ): void
  /** Puts the value in the place of what is there, or of nothing. */
  set<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    value: NoInfer<IntentData<TTarget, TData>>,
  ): void
  /**
   * Writes the fields over the record; in a list, over every record whose id is `fields.id`. A record with another id is
   * passed over, and so is what is no record.
   */
  merge<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    fields: NoInfer<IntentFields<IntentData<TTarget, TData>>>,
  ): void
  /** Takes the record with this id out of the list. Ids are equal if their texts are, here and everywhere. */
  remove<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    id: NoInfer<IntentId<IntentData<TTarget, TData>>>,
  ): void
  /** Puts the record in the place of the one with its id, or at the end of the list. */
  upsert<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    record: NoInfer<IntentItem<IntentData<TTarget, TData>>>,
  ): void
  /** Puts the item at the end of the list; of the last page of an infinite query. */
  append<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    item: NoInfer<IntentItem<IntentData<TTarget, TData>>>,
  ): void
  /** Puts the item at the start of the list; of the first page of an infinite query. */
  prepend<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    item: NoInfer<IntentItem<IntentData<TTarget, TData>>>,
  ): void
  /** Adds `by` to the record's number; below zero it takes away. An absent number counts as 0, and what is no number stays. */
  increment<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    field: NoInfer<IntentNumber<IntentData<TTarget, TData>>>,
    by: number,
  ): void
  /** The same for the record with this id in the list; if the value is that record itself, for it. */
  increment<TData = any, TTarget extends IntentTarget = IntentTarget>(
    target: TTarget,
    field: NoInfer<IntentNumberOf<IntentData<TTarget, TData>>>,
    by: number,
    id: NoInfer<IntentId<IntentData<TTarget, TData>>>,
  ): void
}

/** A change that was under way while a value was fetched: what it stands on, and what it made. */
export interface OverlappingChange {
  /** The confirmed value of the query. */
  base: unknown
  /** The value without the change. */
  before: unknown
  /** The value with the change. */
  after: unknown
  /** What the mutation brought; null while it is under way. */
  answer: unknown
}

/**
 * Says whether a fetched value holds a change whose request was under way at the same time; undefined where that cannot
 * be known. It is asked when the value comes, and again when the change is confirmed. One that throws is reported and
 * decides nothing.
 */
export type VersionRule = (
  fetched: unknown,
  change: OverlappingChange,
  query: Query<any, any, any, any>,
) => boolean | undefined

/**
 * The rule for records that carry a version in this field (`updatedAt` in Payload), for the option `version` of queries.
 * A record that has the version it had before was changed by nobody, so a change that is under way is not in it; once the
 * change is confirmed, its answer's version is the first that holds it. Versions are numbers, or texts that sort, as ISO
 * dates do; where they are missing, or more than one record was changed, nothing is decided.
 */
export declare function byVersion(field: string): VersionRule

/**
 * Says, in `optimistic`, that the record it makes bears this id until the answer names it. Mutations whose variables hold
 * the id, anywhere in them, show their changes at once and are sent when the server's id is known, with that id in their
 * variables; where the record is not made they fail with the same error, in the same step, and are not sent.
 *
 * @param id a text that stands for nothing else: `crypto.randomUUID()`. Anything else throws an Error
 * @param idOf gives the server's id from the answer; `answer.id` by default. Where it gives none, those that wait fail
 */
export declare function temporary(intent: Intent, id: string, idOf?: (answer: any) => unknown): void
