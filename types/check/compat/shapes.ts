/** What is plain data, an option or a function is the same type as TanStack's, in both directions. */
import type * as theirs from '@tanstack/query-core'
import type * as ours from 'sanguine'
import { equal } from '../equal.js'

/** Compiles only if each of the two can stand for the other. */
function alike<A extends B, B extends C, C = A>(_?: C): void {}

interface Thing {
  id: number
}

type Values<T> = keyof T

// All of their runtime names, and two of our own.
equal<Exclude<Values<typeof theirs>, Values<typeof ours>>, never>(true)
equal<Exclude<Values<typeof ours>, Values<typeof theirs>>, 'byVersion' | 'temporary'>(true)

alike<ours.QueryKey, theirs.QueryKey>()
alike<ours.QueryState<Thing>, theirs.QueryState<Thing>>()
alike<ours.MutationState<Thing, Error, 1, 2>, theirs.MutationState<Thing, Error, 1, 2>>()
alike<ours.QueryObserverResult<Thing>, theirs.QueryObserverResult<Thing>>()
alike<ours.DefinedQueryObserverResult<Thing>, theirs.DefinedQueryObserverResult<Thing>>()
alike<ours.InfiniteQueryObserverResult<Thing>, theirs.InfiniteQueryObserverResult<Thing>>()
alike<ours.DefinedInfiniteQueryObserverResult<Thing>, theirs.DefinedInfiniteQueryObserverResult<Thing>>()
alike<ours.InfiniteData<Thing, 1>, theirs.InfiniteData<Thing, 1>>()
alike<ours.DehydratedState, theirs.DehydratedState>()
alike<ours.SetDataOptions, theirs.SetDataOptions>()
alike<ours.CancelOptions, theirs.CancelOptions>()
alike<ours.InvalidateOptions, theirs.InvalidateOptions>()
alike<ours.RefetchOptions, theirs.RefetchOptions>()
alike<ours.ResetOptions, theirs.ResetOptions>()
alike<ours.FetchNextPageOptions, theirs.FetchNextPageOptions>()
alike<ours.NotifyOnChangeProps, theirs.NotifyOnChangeProps>()
alike<ours.NotifyEventType, theirs.NotifyEventType>()
alike<ours.TimeoutProvider, theirs.TimeoutProvider>()
alike<ours.NetworkMode, theirs.NetworkMode>()
alike<ours.StaleTime, theirs.StaleTime>()
alike<ours.Updater<1, 2>, theirs.Updater<1, 2>>()
alike<ours.MutationScope, theirs.MutationScope>()
alike<ours.GetNextPageParamFunction<1, 2>, theirs.GetNextPageParamFunction<1, 2>>()
alike<ours.GetPreviousPageParamFunction<1, 2>, theirs.GetPreviousPageParamFunction<1, 2>>()
alike<typeof ours.notifyManager, typeof theirs.notifyManager>()
alike<typeof ours.environmentManager, typeof theirs.environmentManager>()
alike<typeof ours.hashKey, typeof theirs.hashKey>()
alike<typeof ours.partialMatchKey, typeof theirs.partialMatchKey>()
alike<typeof ours.keepPreviousData, typeof theirs.keepPreviousData>()
alike<typeof ours.shouldThrowError, typeof theirs.shouldThrowError>()
alike<typeof ours.defaultScheduler, typeof theirs.defaultScheduler>()

equal<Exclude<keyof ours.QueryOptions, keyof theirs.QueryOptions>, 'records' | 'version'>(true)
equal<Exclude<keyof theirs.QueryOptions, keyof ours.QueryOptions>, never>(true)
equal<Exclude<keyof ours.QueryObserverOptions, keyof theirs.QueryObserverOptions>, 'records' | 'version'>(true)
equal<Exclude<keyof theirs.QueryObserverOptions, keyof ours.QueryObserverOptions>, never>(true)
equal<
  Exclude<keyof ours.InfiniteQueryObserverOptions, keyof theirs.InfiniteQueryObserverOptions>,
  'records' | 'version'
>(true)
equal<Exclude<keyof theirs.InfiniteQueryObserverOptions, keyof ours.InfiniteQueryObserverOptions>, never>(true)
equal<Exclude<keyof ours.FetchQueryOptions, keyof theirs.FetchQueryOptions>, 'records' | 'version'>(true)
equal<Exclude<keyof theirs.FetchQueryOptions, keyof ours.FetchQueryOptions>, never>(true)
equal<Exclude<keyof ours.EnsureQueryDataOptions, keyof theirs.EnsureQueryDataOptions>, 'records' | 'version'>(true)
equal<Exclude<keyof theirs.EnsureQueryDataOptions, keyof ours.EnsureQueryDataOptions>, never>(true)
equal<Exclude<keyof ours.QueryExecuteOptions, keyof theirs.QueryExecuteOptions>, 'records' | 'version'>(true)
equal<Exclude<keyof theirs.QueryExecuteOptions, keyof ours.QueryExecuteOptions>, never>(true)
equal<keyof ours.InvalidateQueryFilters, keyof theirs.InvalidateQueryFilters>(true)
equal<keyof ours.MutationFilters, keyof theirs.MutationFilters>(true)
equal<keyof ours.MutateOptions, keyof theirs.MutateOptions>(true)
equal<Exclude<keyof ours.QueryClientConfig, keyof theirs.QueryClientConfig>, 'features' | 'onMutateWrites'>(true)
equal<Exclude<keyof theirs.QueryClientConfig, keyof ours.QueryClientConfig>, never>(true)
equal<keyof ours.DefaultOptions, keyof theirs.DefaultOptions>(true)
equal<Exclude<keyof ours.QueryClient, keyof theirs.QueryClient>, 'receive' | 'receiveRemoval'>(true)
equal<Exclude<keyof theirs.QueryClient, keyof ours.QueryClient>, never>(true)
equal<keyof ours.QueryCache, keyof theirs.QueryCache>(true)
equal<keyof ours.Query, keyof theirs.Query>(true)
equal<keyof ours.MutationCache, keyof theirs.MutationCache>(true)
equal<keyof ours.QueryObserver, keyof theirs.QueryObserver>(true)
equal<keyof ours.InfiniteQueryObserver, keyof theirs.InfiniteQueryObserver>(true)
equal<keyof ours.QueriesObserver, keyof theirs.QueriesObserver>(true)
equal<keyof ours.MutationObserver, keyof theirs.MutationObserver>(true)
equal<keyof ours.FocusManager, keyof theirs.FocusManager>(true)
equal<keyof ours.OnlineManager, keyof theirs.OnlineManager>(true)
equal<keyof ours.TimeoutManager, keyof theirs.TimeoutManager>(true)

// What Sanguine has besides, and nothing else.
equal<
  Exclude<keyof ours.MutationOptions, keyof theirs.MutationOptions>,
  | 'optimistic'
  | 'merge'
  | 'outcome'
  | 'resync'
  | 'conflict'
  | 'onConflict'
  | 'settle'
  | 'narrow'
  | 'coalesce'
  | 'debounce'
  | 'hold'
>(true)
equal<Exclude<keyof ours.Mutation, keyof theirs.Mutation>, 'cancel' | 'undo' | 'sendNow'>(true)
equal<
  Exclude<keyof ours.MutationFunctionContext, keyof theirs.MutationFunctionContext>,
  'signal' | 'idempotencyKey' | 'base' | 'bases' | 'version' | 'failed' | 'conflict' | 'keepalive'
>(true)
equal<Exclude<keyof theirs.MutationOptions, keyof ours.MutationOptions>, never>(true)
equal<Exclude<keyof theirs.Mutation, keyof ours.Mutation>, never>(true)

// The two checks can fail.
// @ts-expect-error wider
alike<1, 1 | 2>()
// @ts-expect-error narrower
alike<1 | 2, 1>()
// @ts-expect-error not the same
equal<1, number>(true)
