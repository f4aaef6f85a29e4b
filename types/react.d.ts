/** @file Hooks beside those of react-query: what is pending, what failed, and what is typed into forms. */
import type { DraftObserver, DraftOptions, DraftResult, FieldPath, FieldResult, FieldValue } from './drafts.js'
import type { IntentFilters, IntentResult } from './intents.js'
import type { QueryKey } from './keys.js'

/**
 * The intents that match the filters, in the order of issue. Without filters they are all intents of the client. A bare
 * key means exactly that key. The array stays the same one until something in it changes. Throws an Error if the client
 * does not run on Sanguine.
 *
 * Once a component has used this hook, the client keeps failed changes until somebody retries or discards them.
 *
 * ```tsx
 * const saving = useIntents({ queryKey: ['events'], id: event.id }).length > 0
 * ```
 *
 * @param queryClient the client; that of QueryClientProvider by default
 */
export declare function useIntents(filters?: IntentFilters | QueryKey, queryClient?: object): IntentResult[]

/** The intents that the server has not answered yet: `held`, `queued` or `sent`. */
export declare function usePendingIntents(filters?: IntentFilters | QueryKey, queryClient?: object): IntentResult[]

/**
 * The intents that have left the views: `failed`, or `unknown` until a fetch shows what became of them. `retry()` sends such a change
 * again, and `discard()` forgets it.
 *
 * ```tsx
 * function Unsaved({ id }: { id: number }) {
 *   return useUnsavedIntents({ queryKey: ['events'], id }).map((intent) => (
 *     <p key={intent.mutationId}>
 *       {intent.fields.join(', ')} could not be saved.
 *       <button onClick={() => intent.retry()}>Retry</button>
 *       <button onClick={() => intent.discard()}>Discard</button>
 *     </p>
 *   ))
 * }
 * ```
 */
export declare function useUnsavedIntents(filters?: IntentFilters | QueryKey, queryClient?: object): IntentResult[]

/** What an input needs besides its value. */
interface FieldProps {
  name: string
  onChange(event: { target: any }): void
  onFocus(): void
  onBlur(): void
  /** True if the field was refused, or asks about a conflict. */
  'aria-invalid': true | undefined
}

/** For an `<input>`, a `<textarea>` or a `<select>`: `<input {...draft.input('note')} />`. */
export interface InputProps extends FieldProps {
  value: any
}

/** For a checkbox: `<input type="checkbox" {...draft.checkbox('done')} />`. */
export interface CheckboxProps extends FieldProps {
  checked: boolean
}

/** A form: the record with what was typed over it, and what to do with it. It stays the same object until something changed. */
export interface Draft<TRecord = any, TData = any>
  extends DraftResult<TRecord>, Pick<DraftObserver<TRecord, TData>, 'field' | 'set' | 'save' | 'discard' | 'resolve'> {
  input(path: FieldPath<TRecord>): InputProps
  checkbox(path: FieldPath<TRecord>): CheckboxProps
}

/** One field of a form, and what to do with it. It stays the same object until something of it changed. */
export interface DraftField<TValue = any, TData = any> extends FieldResult<TValue> {
  set(value: TValue): void
  save(): Promise<TData | undefined>
  discard(): void
  resolve(answer: 'mine' | 'theirs' | TValue): Promise<TData | undefined>
  input: InputProps
  checkbox: CheckboxProps
}

/**
 * The form of one record. What is typed shows in the same render, and stays until it is saved or discarded, also if the
 * component is unmounted. Fetch the record with `useQuery`, in this component or around it. Throws an Error if the client
 * does not run on Sanguine.
 *
 * ```tsx
 * function OrderForm({ id }: { id: number }) {
 *   const draft = useDraft<Order>({ queryKey: ['orders', id], id, mutation: updateOrder })
 *   return (
 *     <form onSubmit={(event) => (event.preventDefault(), draft.save())}>
 *       <input {...draft.input('note')} />
 *       <p>{draft.field('note').message}</p>
 *       <button disabled={!draft.isDirty}>Save</button>
 *     </form>
 *   )
 * }
 * ```
 *
 * @param queryClient the client; that of QueryClientProvider by default
 */
export declare function useDraft<TRecord = any, TData = any>(
  options: DraftOptions<TRecord, TData>,
  queryClient?: object,
): Draft<TRecord, TData>

/** One field of that form. Its component is rendered only if this field changes. */
export declare function useDraftField<TRecord = any, TPath extends FieldPath<TRecord> = string, TData = any>(
  options: DraftOptions<TRecord, TData>,
  path: TPath,
  queryClient?: object,
): DraftField<FieldValue<TRecord, TPath>, TData>
