/** An infinite list written as a whole value: new posts on the first page, deletions on any. Nothing is invalidated. */
const KEY = ['timeline']

/** The second page has c and d, whatever is on the first. */
const SECOND = [2, 3]

const show = (pages) =>
  pages
    ?.flatMap(({ items }) => items)
    .map(({ text, starred }) => (starred ? `${text}*` : text))
    .join(', ')
const pageOf = (posts, number) =>
  number === 1
    ? { items: posts.filter(({ id }) => !SECOND.includes(id)), next: 2 }
    : { items: posts.filter(({ id }) => SECOND.includes(id)), next: undefined }
const mapped = (data, change) => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, items: change(page.items) })),
})

export default {
  name: 'timeline',
  found: 'timelines: a new post on the first page of an infinite list, { ...previous, pages } as a value',
  start: () => ({ posts: ['a', 'b', 'c', 'd'].map((text, id) => ({ id, text, starred: false })) }),
  view: ({ posts }) => ({ timeline: show([{ items: posts }]) }),
  actions: {
    'post x': { effect: ({ posts }, { id }) => ({ posts: [{ id, text: 'x', starred: false }, ...posts] }) },
    'post y': { effect: ({ posts }, { id }) => ({ posts: [{ id, text: 'y', starred: false }, ...posts] }) },
    'star d': { effect: ({ posts }) => ({ posts: posts.map((p) => (p.id === 3 ? { ...p, starred: true } : p)) }) },
    'delete b': { effect: ({ posts }) => ({ posts: posts.filter((p) => p.id !== 1) }) },
  },
  impossible: [
    ['star d', 'star d'],
    ['delete b', 'delete b'],
  ],
  page(page) {
    const { client } = page
    const query = page.useInfiniteQuery(KEY, 'timeline', ({ posts }, number) => pageOf(posts, number), {
      initialPageParam: 1,
      getNextPageParam: ({ next }) => next,
    })
    const change = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ next }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previous = client.getQueryData(KEY)
        if (previous) client.setQueryData(KEY, next(previous))
        return { previous }
      },
      onError: (error, variables, context) => {
        if (context?.previous) client.setQueryData(KEY, context.previous)
      },
    })
    let drafts = 0
    const post =
      (text) =>
      ({ send }) => {
        const item = { id: `draft ${++drafts}`, text, starred: false }
        const next = (data) => ({
          ...data,
          pages: data.pages.map((each, at) => (at === 0 ? { ...each, items: [item, ...each.items] } : each)),
        })
        change.mutate({ next, send })
      }
    setTimeout(() => query.fetchNextPage(), 10)
    return {
      run: {
        'post x': post('x'),
        'post y': post('y'),
        'star d': ({ send }) =>
          change.mutate({
            next: (data) => mapped(data, (items) => items.map((p) => (p.id === 3 ? { ...p, starred: true } : p))),
            send,
          }),
        'delete b': ({ send }) =>
          change.mutate({ next: (data) => mapped(data, (items) => items.filter((p) => p.id !== 1)), send }),
      },
      screen: () => ({ timeline: show(query.data?.pages) }),
    }
  },
}
