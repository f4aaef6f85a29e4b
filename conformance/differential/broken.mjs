/**
 * Libraries that are broken on purpose, by the name of what is wrong: each is query-core with one thing changed. The
 * test is worth something only as long as it finds every one of them.
 */

/** A library with some of its exports replaced; a module itself cannot be changed. */
function replaced(library, exports) {
  return { ...library, ...exports }
}

function subclass(library, name, methods) {
  const Broken = class extends library[name] {}
  Object.assign(Broken.prototype, methods(library[name].prototype))
  return replaced(library, { [name]: Broken })
}

/** Options of queries are changed on their way in. */
function withOptions(library, change) {
  return subclass(library, 'QueryClient', (before) => ({
    defaultQueryOptions: function (options) {
      const defaulted = before.defaultQueryOptions.call(this, options)
      return options._defaulted ? defaulted : { ...defaulted, ...change(defaulted) }
    },
  }))
}

export const BROKEN = {
  'a persister is passed over': (library) =>
    withOptions(library, ({ persister }) => (persister ? { persister: undefined } : {})),
  'one retry too many': (library) =>
    withOptions(library, ({ retry }) => (typeof retry === 'number' ? { retry: retry + 1 } : {})),
  'an interval of half the length': (library) =>
    withOptions(library, ({ refetchInterval }) =>
      refetchInterval > 0 ? { refetchInterval: refetchInterval / 2 } : {},
    ),
  'a sharing function is not asked': (library) =>
    withOptions(library, ({ structuralSharing }) =>
      typeof structuralSharing === 'function' ? { structuralSharing: true } : {},
    ),
  'a skipped query is not': (library) => replaced(library, { skipToken: Symbol('another') }),
  'previous data is lost': (library) => replaced(library, { keepPreviousData: () => undefined }),
  'what is scheduled runs at once': (library) =>
    replaced(library, { notifyManager: { ...library.notifyManager, schedule: (callback) => callback() } }),
  'mutations are resumed from the last on': (library) =>
    subclass(library, 'MutationCache', (before) => ({
      getAll: function () {
        return before.getAll.call(this).reverse()
      },
    })),
  'clear keeps the mutations': (library) =>
    subclass(library, 'QueryClient', () => ({
      clear: function () {
        this.getQueryCache().clear()
      },
    })),
  'mutations are never collected': (library) =>
    subclass(library, 'QueryClient', (before) => ({
      defaultMutationOptions: function (options) {
        return { ...before.defaultMutationOptions.call(this, options), gcTime: Infinity }
      },
    })),
  'errors are never redacted': (library) =>
    replaced(library, {
      dehydrate: (client, options) => library.dehydrate(client, { ...options, shouldRedactErrors: () => false }),
    }),
  'a filter by type is ignored': (library) =>
    subclass(library, 'QueryCache', (before) => ({
      findAll: function ({ type, ...filters } = {}) {
        return before.findAll.call(this, filters)
      },
    })),
  'find is not exact': (library) =>
    subclass(library, 'QueryCache', (before) => ({
      find: function (filters) {
        return before.find.call(this, { exact: false, ...filters })
      },
    })),
  'ensureQueryData never revalidates': (library) =>
    subclass(library, 'QueryClient', (before) => ({
      ensureQueryData: function ({ revalidateIfStale, ...options }) {
        return before.ensureQueryData.call(this, options)
      },
    })),
  'defaults of keys are taken in the wrong order': (library) =>
    subclass(library, 'QueryClient', (before) => ({
      setQueryDefaults: function (key, options) {
        before.setQueryDefaults.call(this, key, { ...options, ...before.getQueryDefaults.call(this, key) })
      },
    })),
  'cancelQueries does not revert': (library) =>
    subclass(library, 'QueryClient', (before) => ({
      cancelQueries: function (filters, options) {
        return before.cancelQueries.call(this, filters, { revert: false, ...options })
      },
    })),
  'an answer comes one turn of promises late': (library) =>
    subclass(library, 'QueryClient', (before) => ({
      fetchQuery: async function (options) {
        return await before.fetchQuery.call(this, options)
      },
    })),
  'select is not remembered': (library) =>
    subclass(library, 'QueryObserver', (before) => ({
      setOptions: function (options) {
        const { select } = options
        before.setOptions.call(this, select ? { ...options, select: (data) => select(data) } : options)
      },
    })),
  'tracked members are forgotten': (library) =>
    subclass(library, 'QueryObserver', () => ({ trackProp: () => undefined })),
  'an optimistic result is not': (library) =>
    subclass(library, 'QueryObserver', (before) => ({
      getOptimisticResult: function ({ _optimisticResults, ...options }) {
        return before.getOptimisticResult.call(this, options)
      },
    })),
  'combine is called each time': (library) =>
    subclass(library, 'QueriesObserver', (before) => ({
      getOptimisticResult: function (queries, combine) {
        return before.getOptimisticResult.call(this, queries, combine && ((results) => combine(results)))
      },
    })),
  'the last page is not kept': (library) =>
    subclass(library, 'InfiniteQueryObserver', (before) => ({
      setOptions: function (options) {
        before.setOptions.call(this, { ...options, maxPages: options.maxPages && options.maxPages - 1 })
      },
    })),
  'mutations of one scope run together': (library) =>
    subclass(library, 'MutationCache', () => ({ canRun: () => true })),
  'reset of a mutation says nothing': (library) =>
    subclass(library, 'MutationObserver', (before) => ({
      reset: function () {
        const { listeners } = this
        this.listeners = new Set()
        before.reset.call(this)
        this.listeners = listeners
      },
    })),
  'a dehydrated promise is lost': (library) =>
    replaced(library, {
      dehydrate: (...parts) => {
        const { queries, mutations } = library.dehydrate(...parts)
        return { mutations, queries: queries.map(({ promise, ...query }) => query) }
      },
    }),
  'what is deserialized is not': (library) =>
    replaced(library, {
      hydrate: (client, state, options) =>
        library.hydrate(
          client,
          state,
          options && { defaultOptions: { ...options.defaultOptions, deserializeData: undefined } },
        ),
    }),
  'a stream always appends': (library) =>
    replaced(library, {
      experimental_streamedQuery: (options) =>
        library.experimental_streamedQuery({ ...options, refetchMode: 'append' }),
    }),
  'a part of a key matches undefined': (library) =>
    replaced(library, {
      partialMatchKey: (key, part) => library.partialMatchKey(key, JSON.parse(JSON.stringify(part))),
    }),
}
