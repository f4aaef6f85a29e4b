/** @file Keys, what an app may register once for all of them, and the tags by which a key knows the type of its data. */

/**
 * Types that an app sets once for the whole program, by merging members into this interface: `defaultError`, `queryKey`,
 * `mutationKey`, `queryMeta`, `mutationMeta`.
 *
 * ```ts
 * declare module 'sanguine' {
 *   interface Register {
 *     defaultError: HttpError
 *   }
 * }
 * ```
 */
export interface Register {}

/** What `TWanted` registers must at least be; `TFallback` where nothing of that kind is registered. */
type Registered<TName extends string, TWanted, TFallback> = Register extends { [_ in TName]: infer TFound }
  ? TFound extends TWanted
    ? TFound
    : TFallback
  : TFallback

/** The type of errors where a call says nothing else: `Register['defaultError']`, or `Error`. */
export type DefaultError = Registered<'defaultError', unknown, Error>

/**
 * The name of a query: an array of values that JSON can write. Two keys are one where their hashes are equal; the order
 * of an object's members does not count, that of the array does.
 */
export type QueryKey = Registered<'queryKey', ReadonlyArray<unknown>, ReadonlyArray<unknown>>

/**
 * A key where filters may stand too. No array has a `queryKey`; said so, it is no stranger to filters, and the clients of adapters
 * whose methods take filters only, as vue-query's do, are clients.
 */
export type BareKey<TQueryKey extends QueryKey = QueryKey> = TQueryKey & { readonly queryKey?: never }

/** The name of a kind of mutation, compared as query keys are. */
export type MutationKey = Registered<'mutationKey', ReadonlyArray<unknown>, ReadonlyArray<unknown>>

/** What an app keeps beside a query for its own use. */
export type QueryMeta = Registered<'queryMeta', Record<string, unknown>, Record<string, unknown>>

/** What an app keeps beside a mutation for its own use. */
export type MutationMeta = Registered<'mutationMeta', Record<string, unknown>, Record<string, unknown>>

/** Types only: the member of a tagged key that carries the type of the data. */
export declare const dataTagSymbol: unique symbol
export type dataTagSymbol = typeof dataTagSymbol

/** Types only: the member of a tagged key that carries the type of the error. */
export declare const dataTagErrorSymbol: unique symbol
export type dataTagErrorSymbol = typeof dataTagErrorSymbol

/** Types only: stands for an error type that nobody set. */
export declare const unsetMarker: unique symbol
export type UnsetMarker = typeof unsetMarker

/** A key that is tagged, with whatever types. */
export type AnyDataTag = { [dataTagSymbol]: any; [dataTagErrorSymbol]: any }

/** `TType`, a key, tagged with the types of its data and error; a key that has a tag keeps it. */
export type DataTag<TType, TValue, TError = UnsetMarker> = TType extends AnyDataTag
  ? TType
  : TType & { [dataTagSymbol]: TValue; [dataTagErrorSymbol]: TError }

/** Options whose key is tagged. */
export type QueryKeyWithDataTag<
  TQueryKey extends QueryKey = QueryKey,
  TQueryFnData = unknown,
  TError = DefaultError,
> = {
  queryKey: DataTag<TQueryKey, TQueryFnData, TError>
}

/** The type of the data that the key's tag names; `TQueryFnData` where it has none. */
export type InferDataFromTag<TQueryFnData, TTaggedQueryKey extends QueryKey> =
  TTaggedQueryKey extends DataTag<unknown, infer TValue, unknown> ? TValue : TQueryFnData

/** The type of the error that the key's tag names; `TError` where it has none. */
export type InferErrorFromTag<TError, TTaggedQueryKey extends QueryKey> =
  TTaggedQueryKey extends DataTag<unknown, unknown, infer TTagged>
    ? TTagged extends UnsetMarker
      ? TError
      : TTagged
    : TError

/** `T` unless it may be undefined, which no query may hold. */
export type NonUndefinedGuard<T> = T extends undefined ? never : T

/** `T` unless it is a function. */
export type NonFunctionGuard<T> = T extends Function ? never : T

/** Omit, applied to each member of a union by itself. */
export type DistributiveOmit<TObject, TKey extends keyof TObject> = TObject extends any ? Omit<TObject, TKey> : never

/** Omit that refuses keys which the type does not have; with `'safely'` it only suggests those that it has. */
export type OmitKeyof<
  TObject,
  TKey extends (TStrictly extends 'safely'
    ? keyof TObject | (string & {}) | (number & {}) | (symbol & {})
    : keyof TObject),
  TStrictly extends 'strictly' | 'safely' = 'strictly',
> = Omit<TObject, TKey>

/** `TTargetA` with the types of `TTargetB` for the members that both have. */
export type Override<TTargetA, TTargetB> = {
  [K in keyof TTargetA]: K extends keyof TTargetB ? TTargetB[K] : TTargetA[K]
}

/** `TTarget` whose members `TKey` are there. */
export type WithRequired<TTarget, TKey extends keyof TTarget> = TTarget & { [_ in TKey]: {} }
