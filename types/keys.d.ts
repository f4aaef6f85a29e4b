/**
 * @file Keys, the types that an app may register for all of them, and the tags that give a key the type of its data.
 */

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

/** A registered type, if it is a `TWanted`; else `TFallback`. */
type Registered<TName extends string, TWanted, TFallback> = Register extends { [_ in TName]: infer TFound }
  ? TFound extends TWanted
    ? TFound
    : TFallback
  : TFallback

/** The type of errors if a call names none: `Register['defaultError']`, or `Error`. */
export type DefaultError = Registered<'defaultError', unknown, Error>

/**
 * The name of a query: an array of values that JSON can write. Two keys are the same if their hashes are equal. The
 * order of an object's members does not count, the order of an array does.
 */
export type QueryKey = Registered<'queryKey', ReadonlyArray<unknown>, ReadonlyArray<unknown>>

/**
 * A key in the place of filters. The member `queryKey`, which no array has, makes this type compatible with filters. So
 * the client of an adapter whose methods take filters only, such as vue-query's, counts as a client.
 */
export type BareKey<TQueryKey extends QueryKey = QueryKey> = TQueryKey & { readonly queryKey?: never }

/** The name of a kind of mutation. Keys are compared as query keys are. */
export type MutationKey = Registered<'mutationKey', ReadonlyArray<unknown>, ReadonlyArray<unknown>>

/** Data that an app keeps with a query for its own use. */
export type QueryMeta = Registered<'queryMeta', Record<string, unknown>, Record<string, unknown>>

/** Data that an app keeps with a mutation for its own use. */
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

/** A tagged key, with any types. */
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

/** The type of data in the tag of the key; `TQueryFnData` if it has no tag. */
export type InferDataFromTag<TQueryFnData, TTaggedQueryKey extends QueryKey> =
  TTaggedQueryKey extends DataTag<unknown, infer TValue, unknown> ? TValue : TQueryFnData

/** The type of the error in the tag of the key; `TError` if it has none. */
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

/** `TTarget` with the members `TKey` required. */
export type WithRequired<TTarget, TKey extends keyof TTarget> = TTarget & { [_ in TKey]: {} }
