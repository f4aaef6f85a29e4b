/** A hook factory for every optimistic mutation of an app; it clones the snapshot, so nothing it keeps is the cached object. */
const KEY = ['comments', 9]

const show = (comments) => comments?.map(({ text, by }) => `${text} (${by.name})`).join(', ')

export default {
  name: 'comments',
  found: 'useOptimisticMutation factories: queryKey and updater as options, a structuredClone for a snapshot',
  start: () => ({ comments: [1, 2, 3].map((id) => ({ id, text: `c${id}`, by: { id, name: `u${id}` } })) }),
  view: ({ comments }) => ({ comments: show(comments) }),
  actions: {
    write: {
      effect: ({ comments }, { id }) => ({ comments: [...comments, { id, text: 'mine', by: { id: 0, name: 'me' } }] }),
    },
    'edit 1': {
      effect: ({ comments }) => ({ comments: comments.map((c) => (c.id === 1 ? { ...c, text: 'better' } : c)) }),
    },
    'sign 1': {
      effect: ({ comments }) => ({
        comments: comments.map((c) => (c.id === 1 ? { ...c, by: { ...c.by, name: 'pen' } } : c)),
      }),
    },
    'delete 2': { effect: ({ comments }) => ({ comments: comments.filter((c) => c.id !== 2) }) },
  },
  impossible: [['delete 2', 'delete 2']],
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'comments', ({ comments }) => comments)
    const useOptimisticMutation = ({ queryKey, updater, invalidate = true, ...options }) =>
      page.useMutation({
        ...options,
        onMutate: async (variables) => {
          await client.cancelQueries({ queryKey })
          const previousData = structuredClone(client.getQueryData(queryKey))
          client.setQueryData(queryKey, (old) => updater(old, variables))
          return { previousData }
        },
        onError: (error, variables, context) => {
          if (context?.previousData !== undefined) client.setQueryData(queryKey, context.previousData)
        },
        onSettled: () => {
          if (invalidate) void client.invalidateQueries({ queryKey })
        },
      })
    const mutationFn = ({ send }) => send()
    const write = useOptimisticMutation({
      queryKey: KEY,
      mutationFn,
      updater: (old = [], { text }) => [...old, { id: crypto.randomUUID(), text, by: { id: 0, name: 'me' } }],
    })
    const edit = useOptimisticMutation({
      queryKey: KEY,
      mutationFn,
      updater: (old = [], { id, change }) => old.map((c) => (c.id === id ? change(c) : c)),
    })
    const remove = useOptimisticMutation({
      queryKey: KEY,
      mutationFn,
      updater: (old = [], { id }) => old.filter((c) => c.id !== id),
    })
    return {
      run: {
        write: ({ send }) => write.mutate({ text: 'mine', send }),
        'edit 1': ({ send }) => edit.mutate({ id: 1, change: (c) => ({ ...c, text: 'better' }), send }),
        'sign 1': ({ send }) => edit.mutate({ id: 1, change: (c) => ({ ...c, by: { ...c.by, name: 'pen' } }), send }),
        'delete 2': ({ send }) => remove.mutate({ id: 2, send }),
      },
      screen: () => ({ comments: show(query.data) }),
    }
  },
}
