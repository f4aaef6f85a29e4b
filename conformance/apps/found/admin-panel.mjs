/**
 * An admin framework's hooks: the snapshots are taken first, then the fetches are cancelled, then the caches written, all
 * before `mutate`, in one async function; the snapshots lie in a ref, and onMutate hands the ref's content on.
 */
const ONE = ['posts', 'getOne', { id: '1' }]
const LIST = ['posts', 'getList', { page: 1 }]
const DRAFTS = ['posts', 'getList', { filter: 'drafts' }]

const tell = ({ title, views }) => `${title} ${views}`
const list = (data) => data && `${data.data.map(tell).join(', ')} of ${data.total}`
const pageOf = (posts) => ({ data: posts, total: posts.length })
const drafts = (posts) => posts.filter(({ draft }) => draft)
const patch = (id, fields) => ({
  effect: ({ posts }) => ({ posts: posts.map((p) => (p.id === id ? { ...p, ...fields } : p)) }),
})

export default {
  name: 'admin-panel',
  found: 'a framework for admin pages: its update and delete hooks in the optimistic mode',
  writesFirst: true,
  start: () => ({
    posts: [
      { id: 1, title: 'one', views: 10, draft: false },
      { id: 2, title: 'two', views: 20, draft: true },
      { id: 3, title: 'three', views: 30, draft: true },
    ],
  }),
  view: ({ posts }) => ({
    list: list(pageOf(posts)),
    drafts: list(pageOf(drafts(posts))),
    one: tell(posts.find(({ id }) => id === 1)),
  }),
  actions: {
    'title of 1': patch(1, { title: 'uno' }),
    'views of 1': patch(1, { views: 11 }),
    'views of 2': patch(2, { views: 21 }),
    'delete 3': { effect: ({ posts }) => ({ posts: posts.filter(({ id }) => id !== 3) }) },
  },
  impossible: [['delete 3', 'delete 3']],
  page(page) {
    const { client } = page
    const all = page.useQuery(LIST, 'list', ({ posts }) => pageOf(posts))
    const some = page.useQuery(DRAFTS, 'drafts', ({ posts }) => pageOf(drafts(posts)))
    const one = page.useQuery(ONE, 'one', ({ posts }) => posts[0])

    const useOptimistic = (snapshotKeys, updateCache) => {
      const snapshot = { current: [] }
      const mutation = page.useMutation({
        mutationFn: ({ send }) => send(),
        onMutate: async () => ({ snapshot: snapshot.current }),
        onError: (error, variables, context) =>
          context.snapshot.forEach(([key, value]) => client.setQueryData(key, value)),
        onSettled: (data, error, variables, context) =>
          context.snapshot.forEach(([queryKey]) => client.invalidateQueries({ queryKey })),
      })
      return async (params) => {
        snapshot.current = snapshotKeys(params).flatMap((queryKey) => client.getQueriesData({ queryKey }))
        await Promise.all(snapshot.current.map(([queryKey]) => client.cancelQueries({ queryKey })))
        updateCache(params)
        mutation.mutate(params)
      }
    }

    const useUpdate = () =>
      useOptimistic(
        ({ id }) => [
          ['posts', 'getOne', { id: String(id) }],
          ['posts', 'getList'],
        ],
        ({ id, data }) => {
          client.setQueryData(['posts', 'getOne', { id: String(id) }], (old) => (old ? { ...old, ...data } : undefined))
          client.setQueriesData({ queryKey: ['posts', 'getList'] }, (old) => {
            const index = old?.data.findIndex((record) => record.id === id) ?? -1
            if (index === -1) return old
            return {
              ...old,
              data: [...old.data.slice(0, index), { ...old.data[index], ...data }, ...old.data.slice(index + 1)],
            }
          })
        },
      )
    const useDelete = () =>
      useOptimistic(
        () => [['posts', 'getList']],
        ({ id }) =>
          client.setQueriesData({ queryKey: ['posts', 'getList'] }, (old) =>
            old?.data.some((record) => record.id === id)
              ? { ...old, data: old.data.filter((r) => r.id !== id), total: old.total - 1 }
              : old,
          ),
      )

    const titleField = useUpdate()
    const viewsField = useUpdate()
    const row = useUpdate()
    const remove = useDelete()
    return {
      run: {
        'title of 1': ({ send }) => titleField({ id: 1, data: { title: 'uno' }, send }),
        'views of 1': ({ send }) => viewsField({ id: 1, data: { views: 11 }, send }),
        'views of 2': ({ send }) => row({ id: 2, data: { views: 21 }, send }),
        'delete 3': ({ send }) => remove({ id: 3, send }),
      },
      screen: () => ({ list: list(all.data), drafts: list(some.data), one: one.data && tell(one.data) }),
    }
  },
}
