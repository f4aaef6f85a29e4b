/**
 * @file Makes Sanguine's options known where `@tanstack/query-core` is the engine by a bundler's alias, and TypeScript
 * still reads TanStack's types. Import it once, for its types: `import type {} from 'sanguine/react-query'`. It is not
 * needed where `paths` names Sanguine's own types for `@tanstack/query-core`.
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
import type { VersionRule } from './intent.js'
import type { BareKey } from './keys.js'
import type { RolledBackIntent } from './mutation.js'
import type { FailureOutcome, OptimisticFunction, ResyncTarget } from './mutation-options.js'
import type { RecordsOption } from './query-options.js'

/**
 * What the mutation function of a mutation with `optimistic` is given. Write it at the parameter: the type that TanStack
 * gives to it is an alias, which nothing can be added to.
 */
export type SanguineMutationContext = MutationFunctionContext & {
  /** Aborted when the mutation is cancelled. */
  signal?: AbortSignal
  /** The same over all attempts of one mutation. */
  idempotencyKey?: string
}

declare module './intent.js' {
  interface KeyTags<TKey extends QueryKey> {
    tanStack: TKey extends TanStackTag ? TanStackData<never, TKey> : never
  }
}

declare module '@tanstack/query-core' {
  interface QueryClientConfig {
    /**
     * What the documented pattern means: `'rollback'`, the default, removes a failed mutation's own writes when it puts its snapshot
     * back; `'intents'` also keeps what `onMutate` writes on screen until the mutation settles; `'plain'` is query-core's way.
     */
    onMutateWrites?: 'rollback' | 'intents' | 'plain'
  }

  interface MutationOptions<TData = unknown, TError = DefaultError, TVariables = void, TOnMutateResult = unknown> {
    /**
     * Writes down what the mutation changes in the cache: it shows at once, and leaves by itself when it fails.
     */
    optimistic?: OptimisticFunction<TVariables>
    /** Where the one fetch goes that follows the last pending change: true by default. */
    resync?: ResyncTarget | ((data: TData | undefined, variables: TVariables) => ResyncTarget)
    /** Makes the confirmed value from the answer and the value with the change in it; undefined leaves that value. */
    merge?: (data: TData, variables: TVariables, old: any) => unknown
    /** Says whether the server may have made the change although its request failed; undefined leaves it to the rule. */
    outcome?: (error: TError) => FailureOutcome | undefined
  }

  interface QueryOptions<
    TQueryFnData = unknown,
    TError = DefaultError,
    TData = TQueryFnData,
    TQueryKey extends QueryKey = QueryKey,
    TPageParam = never,
  > {
    /** Says whether a fetched value holds a change that was under way meanwhile: `byVersion('updatedAt')`. */
    version?: VersionRule
    /** How the records in the data are found, if their id is no `id`, or their list is neither the data nor its `docs`. */
    records?: RecordsOption
  }

  interface MutationCacheConfig {
    /** A change has left the views: it failed, was cancelled, or nobody knows what became of it. */
    onRollback?: (intent: RolledBackIntent, mutation: Mutation<unknown, unknown, unknown>) => void
  }

  interface Mutation<TData = unknown, TError = DefaultError, TVariables = unknown, TOnMutateResult = unknown> {
    /** Gives the change up: it is taken back at once, and the mutation fails with a CancelledError. */
    cancel(): void
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
  }

  interface QueryCache {
    /** A bare key is meant exactly. */
    find(queryKey: BareKey): Query | undefined
    /** A bare key is a prefix. */
    findAll(queryKey: BareKey): Array<Query>
  }
}
