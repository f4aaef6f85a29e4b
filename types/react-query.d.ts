/**
 * @file Adds Sanguine's options to TanStack's types. You need it if a bundler's alias puts Sanguine in the place of
 * `@tanstack/query-core`, because TypeScript then still reads TanStack's types. Import it once, for its types: `import
 * type {} from 'sanguine/react-query'`. You do not need it if `paths` maps `@tanstack/query-core` to Sanguine's own
 * types.
 */
import type {
  AnyDataTag as TanStackTag,
  CancelOptions,
  DefaultError,
  InferDataFromTag as TanStackData,
  InvalidateOptions,
  MutationFunctionContext,
  Query,
  QueryKey,
  RefetchOptions,
  ResetOptions,
  SetDataOptions,
  Updater,
} from '@tanstack/query-core'
import type { Feature } from './client.js'
import type { VersionRule } from './intent.js'
import type { BareKey } from './keys.js'
import type { RolledBackIntent } from './mutation.js'
import type {
  Coalescing,
  Conflict,
  ConflictAnswer,
  DebounceOption,
  FailureOutcome,
  HoldOption,
  OptimisticFunction,
  PartialOutcome,
  ResyncTarget,
} from './mutation-options.js'
import type { RecordsOption } from './query-options.js'

/**
 * The context of the mutation function of a mutation with `optimistic`. Write the type at the parameter, because
 * TanStack's type of the context is an alias, which cannot be extended.
 */
export type SanguineMutationContext = MutationFunctionContext & {
  /** Aborted when the mutation is cancelled. */
  signal?: AbortSignal
  /** The same for all attempts of one mutation. */
  idempotencyKey?: string
  /** The confirmed record that the change is about, with the feature `conflicts`. */
  base?: any
  /** The confirmed records that the change is about, with the feature `conflicts`. */
  bases?: any[]
  /** The version of `base`, for a precondition, with the feature `conflicts`. */
  version?: any
  /** The conflict that nobody has decided about. Only the callbacks of a mutation that failed with one have it. */
  conflict?: Conflict<any, any>
  /** What failed of a change of several records that was taken in part. Only callbacks have it. */
  failed?: Array<{ id: string | number; error: unknown }>
  /** True if the page is being left, and the request should outlive it. Give it to `fetch`. */
  keepalive?: boolean
}

declare module './intent.js' {
  interface KeyTags<TKey extends QueryKey> {
    tanStack: TKey extends TanStackTag ? TanStackData<never, TKey> : never
  }
}

declare module '@tanstack/query-core' {
  interface QueryClientConfig {
    /**
     * What Sanguine makes of the pattern of TanStack Query's guide.
     *
     * - `'rollback'`, the default: a failed mutation that puts its snapshot back removes its own writes only.
     * - `'intents'`: the same, and writes of `onMutate` stay on screen until the mutation settles.
     * - `'plain'`: the snapshot is written as a value, as query-core does it.
     */
    onMutateWrites?: 'rollback' | 'intents' | 'plain'
    /** What the client can do besides: `[records]` of `sanguine/records`, for example. */
    features?: ReadonlyArray<Feature>
  }

  interface MutationOptions<TData = unknown, TError = DefaultError, TVariables = void, TOnMutateResult = unknown> {
    /**
     * Writes down what the mutation changes in the cache. The change shows at once. If the mutation fails, the change
     * leaves by itself.
     */
    optimistic?: OptimisticFunction<TVariables>
    /**
     * Says which queries the one fetch after the last pending change goes to. True, the default: each query that was
     * changed.
     */
    resync?: ResyncTarget | ((data: TData | undefined, variables: TVariables) => ResyncTarget)
    /**
     * Makes the confirmed value from the answer and the value without the change. Undefined leaves that value.
     */
    merge?: (data: TData, variables: TVariables, old: any) => unknown
    /** Says if the server may have made the change although its request failed. Undefined leaves it to the rule. */
    outcome?: (error: TError) => FailureOutcome | undefined
    /**
     * Says if an error means that somebody else was faster. Undefined leaves it to the error: its own `outcome`, or a
     * status of 409 or 412. Needs the feature `conflicts`.
     */
    conflict?: (error: TError) => boolean | { theirs: unknown } | undefined
    /**
     * Decides what becomes of a change that somebody else was faster than. Undefined, the default, merges it by field.
     * Needs the feature `conflicts`.
     */
    onConflict?: (conflict: Conflict<TVariables, TError>) => ConflictAnswer<TVariables>
    /**
     * Says which records of a change of several the server did not take. Needs the feature `conflicts`.
     */
    settle?: (
      answer: TData | undefined,
      variables: TVariables,
      error: TError | null,
    ) => PartialOutcome<TData> | undefined
    /** The variables for one of several records, with which it is sent again alone. Needs the feature `conflicts`. */
    narrow?: (variables: TVariables, id: string | number) => TVariables
    /** What becomes of the changes of this scope that wait. Needs the feature `pacing` and a `scope`. */
    coalesce?: Coalescing<TVariables>
    /** The request waits for a pause of so many milliseconds. Needs the feature `pacing` and a `scope`. */
    debounce?: number | DebounceOption
    /** The request waits for so many milliseconds, in which the change can be undone. Needs the feature `pacing`. */
    hold?: number | HoldOption
  }

  interface MutationState<TData = unknown, TError = DefaultError, TVariables = unknown, TOnMutateResult = unknown> {
    /** Until when the change is held, in milliseconds since 1970. 0 or absent if it is not held. */
    heldUntil?: number
  }

  interface MutationObserverBaseResult<
    TData = unknown,
    TError = DefaultError,
    TVariables = void,
    TOnMutateResult = unknown,
  > {
    /** Takes the change back if it is held. Only clients with the feature `pacing` have it. */
    undo?: () => boolean
    /** Sends the change now if it is held or waits for a pause. Only clients with the feature `pacing` have it. */
    sendNow?: () => boolean
  }

  interface QueryOptions<
    TQueryFnData = unknown,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = never,
  > {
    /** Says if a fetched value contains a change that was in flight at the same time: `byVersion('updatedAt')`. */
    version?: VersionRule
    /**
     * How records are found in the data. Set it if the id of a record is not called `id`, or if the list is neither the
     * data nor its `docs`. With the feature `records` also: which type they have, and which of them belong to the list.
     */
    records?: RecordsOption
  }

  interface MutationCacheConfig {
    /** Called for each change that leaves the views: it failed, was cancelled, or its outcome is unknown. */
    onRollback?: (intent: RolledBackIntent, mutation: Mutation<unknown, unknown, unknown>) => void
  }

  interface Mutation<TData = unknown, TError = DefaultError, TVariables = unknown, TOnMutateResult = unknown> {
    /** Gives the change up. It is taken back at once, and the mutation fails with a CancelledError. */
    cancel(): void
    /** Takes the change back if it is held. There once a client has the feature `pacing`. */
    undo?(): boolean
    /** Sends the change now if it is held or waits for a pause. There once a client has the feature `pacing`. */
    sendNow?(): boolean
  }

  interface QueryClient {
    /** A bare key is a prefix. */
    isFetching(queryKey: BareKey): number
    /** A bare key is a prefix. */
    getQueriesData<TQueryFnData = unknown>(queryKey: BareKey): Array<[QueryKey, TQueryFnData | undefined]>
    /** A bare key is a prefix. */
    setQueriesData<TQueryFnData>(
      queryKey: BareKey,
      updater: Updater<NoInfer<TQueryFnData> | undefined, NoInfer<TQueryFnData> | undefined>,
      options?: SetDataOptions,
    ): Array<[QueryKey, TQueryFnData | undefined]>
    /** A bare key is a prefix. */
    removeQueries(queryKey: BareKey): void
    /** A bare key is a prefix. */
    resetQueries(queryKey: BareKey, options?: ResetOptions): Promise<void>
    /** A bare key is a prefix. */
    cancelQueries(queryKey: BareKey, options?: CancelOptions): Promise<void>
    /** A bare key is a prefix. */
    invalidateQueries(queryKey: BareKey, options?: InvalidateOptions): Promise<void>
    /** A bare key is a prefix. */
    refetchQueries(queryKey: BareKey, options?: RefetchOptions): Promise<void>
    /** Takes in a record that the server sent without being asked. Needs the feature `records`. */
    receive(type: string, record: object): void
    /** Takes in that the server has the record no more: it leaves every list. Needs the feature `records`. */
    receiveRemoval(type: string, id: string | number): void
  }

  interface QueryCache {
    /** A bare key means exactly that key. */
    find(queryKey: BareKey): Query | undefined
    /** A bare key is a prefix. */
    findAll(queryKey: BareKey): Array<Query>
  }
}
