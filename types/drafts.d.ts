/**
 * @file Drafts: what a person has typed into a form and not saved yet. A module of its own, which needs no feature of the
 * client.
 *
 * @packageDocumentation
 */
import { Subscribable } from './base.js'
import type { QueryKey } from './keys.js'
import type { MutationFunction, MutationOptions } from './mutation-options.js'

/**
 * A field by its path: `title`, `address.city`, or `items.7.name`. A row of a list is named by its id, so that it stays the
 * same row if the list is sorted. Only rows without ids are named by their place.
 */
export type FieldPath<TRecord> = (keyof TRecord & string) | (string & {})

/** What the field at that path holds. */
export type FieldValue<TRecord, TPath> = TPath extends keyof TRecord ? TRecord[TPath] : any

/** `clean`, or what became of what was typed. */
export type FieldState = 'clean' | 'dirty' | 'saving' | 'saved' | 'refused' | 'conflict'

/** What a form shows of one field. The object stays the same one until something in it changes. */
export interface FieldResult<TValue = any> {
  path: string
  /** What was typed, or what the record has. Undefined if there is neither. */
  value: TValue
  /**
   * `dirty`: typed and not sent. `saving`: under way as it is. `saved`: the server has it, and nothing was typed since.
   * `refused`: the save that carried it failed; the text is kept. `conflict`: somebody else has changed it, too, and
   * `resolve` decides.
   */
  state: FieldState
  /** What the server says of the field, or of the whole save if it names no field. Undefined if nothing was refused. */
  message: string | undefined
  /** The value that the text is a change of. If nothing is typed, that of the record. */
  base: TValue
  /** What somebody else has made of the field since the person began to type. Undefined if nobody has. */
  theirs: TValue | undefined
  /** Something is typed that was not sent. */
  isDirty: boolean
}

/** What a form shows. The object stays the same one until something in it changes. */
export interface DraftResult<TRecord = any> {
  /** The record, with what was typed over it. Undefined if there is neither. */
  value: TRecord | undefined
  /** The fields that are not clean, in the order in which they were first touched. */
  fields: FieldResult[]
  /** Something is typed that was not sent. */
  isDirty: boolean
  /** Something that was typed is under way. */
  isSaving: boolean
  /** What the latest save failed with, until one succeeds or the draft is discarded. */
  error: unknown
  /** The record's id: the server's, once the record has one. */
  id: string | number | undefined
}

/** Which record a form edits, and how it is saved. */
export interface DraftOptions<TRecord = any, TData = any> {
  /**
   * The query that shows the record. Its data is the record, or holds it under `id`: a list, pages, what Payload answers. The
   * observer fetches nothing: use `useQuery` or a `QueryObserver` beside it.
   */
  queryKey?: QueryKey
  /** The type of the record, as `intent.record` names it. All drafts of one type and id are one draft. */
  record?: string
  /** The id of the record. It may be a temporary one: the draft goes on under the server's. */
  id?: string | number
  /**
   * How it is saved: the options of a mutation, or only its function. If they do not say `optimistic`, the fields are merged
   * into the record, wherever it shows. If they do not say `scope`, the record is the scope.
   */
  mutation: MutationOptions<TData, any, any, any> | MutationFunction<TData, any>
  /** Makes the variables of the mutation. By default `{ id, ...fields }`. */
  variables?: (fields: Partial<TRecord>, id: any) => unknown
  /** Says which fields an error is about. By default Payload's `errors[].data.errors[]` and `errors[].path` are understood. */
  errors?: (error: any) => { path: string; message: string }[] | undefined
}

/**
 * A form's view of one record: what the record has, and over it what a person has typed. A fetch, a rollback, a list that is
 * sorted again or the failure of another field changes nothing that was typed. All observers of one record share one draft. It
 * outlives them: it ends when it is saved or discarded.
 *
 * What a person does is told in the same call, so an input has its text before the browser paints. In React use `useDraft`
 * of `sanguine/react`. Elsewhere:
 *
 * ```ts
 * const draft = new DraftObserver(client, { queryKey: ['orders', 7], id: 7, mutation: updateOrder })
 * draft.subscribe(() => show(draft.field('note')))
 * input.oninput = () => draft.set('note', input.value)
 * button.onclick = () => draft.save()
 * ```
 */
export declare class DraftObserver<TRecord = any, TData = any> extends Subscribable<
  (result: DraftResult<TRecord>) => void
> {
  /** @param client the client of any adapter. With an alias its type is TanStack's */
  constructor(client: object, options: DraftOptions<TRecord, TData>)
  /** Another record, or another way to save. What was typed into the record before stays with that record. */
  setOptions(options: DraftOptions<TRecord, TData>): void
  /** The form. The object stays the same one until something in it changes. */
  getCurrentResult: () => DraftResult<TRecord>
  /** One field. The object stays the same one until something in it changes. */
  field: <TPath extends FieldPath<TRecord>>(path: TPath) => FieldResult<FieldValue<TRecord, TPath>>
  /** What the field shows. Without a path, the record with what was typed over it. */
  value: {
    <TPath extends FieldPath<TRecord>>(path: TPath): FieldValue<TRecord, TPath>
    (): TRecord | undefined
  }
  /** The field's text is this from now on. */
  set: <TPath extends FieldPath<TRecord>>(path: TPath, value: FieldValue<TRecord, TPath>) => void
  /**
   * Sends what is dirty, of one field or of all, as it is now, in one request. What is under way as it is, is not sent twice.
   * You need not handle a rejection of the promise, since the fields say what was refused.
   *
   * @returns the answer. Undefined if there is nothing to send
   */
  save: (path?: FieldPath<TRecord>) => Promise<TData | undefined>
  /** Forgets what was typed, and what was said of it, of one field or of all. What is under way goes on. */
  discard: (path?: FieldPath<TRecord>) => void
  /**
   * Decides about a field that somebody else has changed, too. `'mine'` keeps the text, `'theirs'` drops it, and anything
   * else is the text from now on. If a save asked, it goes on.
   */
  resolve: <TPath extends FieldPath<TRecord>>(
    path: TPath,
    answer: 'mine' | 'theirs' | FieldValue<TRecord, TPath>,
  ) => Promise<TData | undefined>
  /**
   * The person is in the field. Until `blur` nothing but the person changes its text, even if it was saved, or equals
   * what the record had.
   */
  focus: (path: FieldPath<TRecord>) => void
  /** The person leaves the field. */
  blur: (path: FieldPath<TRecord>) => void
}
