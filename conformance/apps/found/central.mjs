/** The rollback lies in one place, the mutation cache: a mutation names its key in meta and returns its snapshot. */
const show = (rows) => rows?.map(({ id, amount, paid }) => `${id} ${amount}${paid ? ' paid' : ''}`).join(', ')
const KEY = ['invoices']
const set = (id, fields) => ({
  effect: ({ rows }) => ({ rows: rows.map((r) => (r.id === id ? { ...r, ...fields } : r)) }),
})

export default {
  name: 'central',
  found: 'apps with one error handler in the MutationCache, which also puts back',
  start: () => ({ rows: [1, 2].map((id) => ({ id, amount: 10 * id, paid: false })) }),
  view: ({ rows }) => ({ rows: show(rows) }),
  actions: { 'pay 1': set(1, { paid: true }), 'amount of 1': set(1, { amount: 15 }), 'pay 2': set(2, { paid: true }) },
  mutationCache: (client) => ({
    onError: (error, variables, context, mutation) => {
      const { optimisticKey } = mutation.meta ?? {}
      if (optimisticKey && context?.previousData) client().setQueryData(optimisticKey, context.previousData)
    },
    onSettled: (data, error, variables, context, mutation) => {
      const { optimisticKey } = mutation.meta ?? {}
      if (optimisticKey) return client().invalidateQueries({ queryKey: optimisticKey })
    },
  }),
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'rows', ({ rows }) => rows)
    const save = page.useMutation({
      meta: { optimisticKey: KEY },
      mutationFn: ({ send }) => send(),
      onMutate: async ({ id, fields }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previousData = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) => old?.map((r) => (r.id === id ? { ...r, ...fields } : r)))
        return { previousData }
      },
    })
    const use =
      (id, fields) =>
      ({ send }) =>
        save.mutate({ id, fields, send })
    return {
      run: { 'pay 1': use(1, { paid: true }), 'amount of 1': use(1, { amount: 15 }), 'pay 2': use(2, { paid: true }) },
      screen: () => ({ rows: show(query.data) }),
    }
  },
}
