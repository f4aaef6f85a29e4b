/** What the components of an app do, without React: each hook is the observer that react-query's hook is made of. */
export class Page {
  constructor(core, clientOptions, server, mutationCache) {
    this.core = core
    this.server = server
    this.mounts = []
    this.endings = []
    this.client = new core.QueryClient({
      ...clientOptions,
      ...(mutationCache && { mutationCache: new core.MutationCache(mutationCache) }),
      defaultOptions: { queries: { retry: false, staleTime: Infinity } },
    })
    this.client.mount()
    this.client.getQueryCache().subscribe(({ type, action, query }) => {
      if (type === 'updated' && action.type === 'success' && !action.manual) server.wasTaken(query.meta.part)
    })
  }

  /** `part` is the part of the screen that the query fills; `select` what of the server's state it reads. */
  useQuery(queryKey, part, select, more) {
    return this.observe(
      new this.core.QueryObserver(this.client, {
        queryKey,
        queryFn: () => this.server.read(part, select),
        meta: { part },
        ...more,
      }),
    )
  }

  useInfiniteQuery(queryKey, part, select, more) {
    const queryFn = ({ pageParam }) => this.server.read(part, (state) => select(state, pageParam))
    return this.observe(
      new this.core.InfiniteQueryObserver(this.client, { queryKey, queryFn, meta: { part }, ...more }),
    )
  }

  observe(observer) {
    const shown = {}
    this.mount(() => {
      const end = observer.subscribe(({ data }) => {
        shown.data = data
        this.onShown?.()
      })
      shown.data = observer.getCurrentResult().data
      return end
    })
    return {
      /** What the listener was told last: a component that hears nothing renders nothing. */
      get data() {
        return shown.data
      },
      fetchNextPage: () => void observer.fetchNextPage().catch(() => undefined),
    }
  }

  useMutation(options) {
    const observer = new this.core.MutationObserver(this.client, options)
    this.mount(() => observer.subscribe(() => undefined))
    return {
      mutate: (variables, callbacks) => void observer.mutate(variables, callbacks).catch(() => undefined),
      mutateAsync: (variables, callbacks) => observer.mutate(variables, callbacks),
    }
  }

  mount(begin) {
    this.mounts.push(begin)
    this.endings.push(begin())
  }

  /** The person goes to another page; what is under way goes on. */
  leave() {
    for (const end of this.endings) end()
    this.endings = undefined
  }

  /** The whole page is there before anybody looks. */
  comeBack() {
    const { onShown } = this
    this.onShown = undefined
    this.endings = this.mounts.map((begin) => begin())
    this.onShown = onShown
  }

  get isLeft() {
    return this.endings === undefined
  }

  close() {
    if (!this.isLeft) this.leave()
    this.client.unmount()
    this.client.clear()
  }
}
