/** An order of ids as a variable, laid over every cached list by an updater; the list of snapshots is put back. */
const OPEN = ['accounts', 'open']
const ALL = ['accounts', 'all']

const show = (accounts) => accounts?.map(({ name }) => name).join(' ')
const open = (accounts) => accounts.filter(({ closed }) => !closed)

function ordered(accounts, ids) {
  const first = ids.map((id) => accounts.find((account) => account.id === id)).filter(Boolean)
  return [...first, ...accounts.filter(({ id }) => !ids.includes(id))]
}

export default {
  name: 'reorder',
  found: 'sortable lists: the ids in their new order, by updater over all lists that show the records',
  start: () => ({ accounts: ['a', 'b', 'c', 'd'].map((name, id) => ({ id, name, closed: name === 'd' })) }),
  view: ({ accounts }) => ({ all: show(accounts), open: show(open(accounts)) }),
  actions: {
    'c first': { effect: ({ accounts }) => ({ accounts: ordered(accounts, [2]) }) },
    'b first': { effect: ({ accounts }) => ({ accounts: ordered(accounts, [1]) }) },
    'rename a': {
      effect: ({ accounts }) => ({ accounts: accounts.map((a) => (a.id === 0 ? { ...a, name: 'A' } : a)) }),
    },
  },
  page(page) {
    const { client } = page
    const all = page.useQuery(ALL, 'all', ({ accounts }) => accounts)
    const some = page.useQuery(OPEN, 'open', ({ accounts }) => open(accounts))
    const optimistic = (change) => ({
      mutationFn: ({ send }) => send(),
      onMutate: async (variables) => {
        await client.cancelQueries({ queryKey: ['accounts'] })
        const previous = client.getQueriesData({ queryKey: ['accounts'] })
        client.setQueriesData({ queryKey: ['accounts'] }, (old) => (Array.isArray(old) ? change(old, variables) : old))
        return { previous }
      },
      onError: (error, variables, context) => {
        context?.previous.forEach(([key, data]) => {
          client.setQueryData(key, data)
        })
      },
      onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
    })
    const reorder = page.useMutation(optimistic((old, { ids }) => ordered(old, ids)))
    const rename = page.useMutation(
      optimistic((old, { id, name }) => old.map((a) => (a.id === id ? { ...a, name } : a))),
    )
    return {
      run: {
        'c first': ({ send }) => reorder.mutate({ ids: [2], send }),
        'b first': ({ send }) => reorder.mutate({ ids: [1], send }),
        'rename a': ({ send }) => rename.mutate({ id: 0, name: 'A', send }),
      },
      screen: () => ({ all: show(all.data), open: show(some.data) }),
    }
  },
}
