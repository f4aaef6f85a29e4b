/** The guard against flicker: only the last mutation under way invalidates. */
const KEY = ['items']
const MUTATION = ['items']

const show = (items) =>
  items?.map(({ id, active, category }) => `${id} ${category}${active ? ' active' : ''}`).join(', ')
const toggle = (id) => ({
  effect: ({ items }) => ({ items: items.map((i) => (i.id === id ? { ...i, active: !i.active } : i)) }),
})
const file = (id, category) => ({
  effect: ({ items }) => ({ items: items.map((i) => (i.id === id ? { ...i, category } : i)) }),
})

export default {
  name: 'last-one-invalidates',
  found: 'code after the articles about concurrent updates: isMutating(...) === 1 before the invalidation',
  start: () => ({ items: [1, 2].map((id) => ({ id, active: false, category: 'a' })) }),
  view: ({ items }) => ({ items: show(items) }),
  actions: { 'toggle 1': toggle(1), 'toggle 2': toggle(2), 'file 1': file(1, 'b') },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'items', ({ items }) => items)
    const save = page.useMutation({
      mutationKey: MUTATION,
      mutationFn: ({ send }) => send(),
      onMutate: async ({ id, change }) => {
        await client.cancelQueries({ queryKey: KEY })
        const snapshot = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) => old?.map((item) => (item.id === id ? { ...item, ...change(item) } : item)))
        return () => {
          client.setQueryData(KEY, snapshot)
        }
      },
      onError: (error, variables, rollback) => rollback?.(),
      onSettled: () => {
        if (client.isMutating({ mutationKey: MUTATION }) === 1) return client.invalidateQueries({ queryKey: KEY })
      },
    })
    const use =
      (id, change) =>
      ({ send }) =>
        save.mutate({ id, change, send })
    return {
      run: {
        'toggle 1': use(1, ({ active }) => ({ active: !active })),
        'toggle 2': use(2, ({ active }) => ({ active: !active })),
        'file 1': use(1, () => ({ category: 'b' })),
      },
      screen: () => ({ items: show(query.data) }),
    }
  },
}
