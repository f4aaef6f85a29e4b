/** A helper that takes the snapshot inside its updater and gives a rollback; onMutate is synchronous and cancels nothing. */
const KEY = ['strategies']

const show = (rows) => rows?.map(({ id, status, note }) => `${id} ${status} ${note}`).join(', ')
const set = (id, fields) => ({
  effect: ({ rows }) => ({ rows: rows.map((r) => (r.id === id ? { ...r, ...fields } : r)) }),
})

export default {
  name: 'helper',
  found: 'small helpers: the snapshot is what the updater was handed, rollback() puts back () => previous',
  start: () => ({ rows: [1, 2].map((id) => ({ id, status: 'on', note: '-' })) }),
  view: ({ rows }) => ({ rows: show(rows) }),
  actions: {
    'pause 1': { ...set(1, { status: 'paused' }), answer: ({ rows }) => rows[0] },
    'note 1': { ...set(1, { note: 'hm' }), answer: ({ rows }) => rows[0] },
    'pause 2': { ...set(2, { status: 'paused' }), answer: ({ rows }) => rows[1] },
  },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'rows', ({ rows }) => rows)
    const applyOptimistic = (queryKey, change) => {
      let previous
      client.setQueryData(queryKey, (old) => {
        previous = old
        return old && change(old)
      })
      return () => {
        if (previous !== undefined) client.setQueryData(queryKey, () => previous)
      }
    }
    const patch = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: ({ id, fields }) =>
        applyOptimistic(KEY, (rows) => rows.map((r) => (r.id === id ? { ...r, ...fields } : r))),
      onError: (error, variables, rollback) => rollback?.(),
      onSettled: () => void client.invalidateQueries({ queryKey: KEY }),
    })
    return {
      run: {
        'pause 1': ({ send }) => patch.mutate({ id: 1, fields: { status: 'paused' }, send }),
        'note 1': ({ send }) => patch.mutate({ id: 1, fields: { note: 'hm' }, send }),
        'pause 2': ({ send }) => patch.mutate({ id: 2, fields: { status: 'paused' }, send }),
      },
      screen: () => ({ rows: show(query.data) }),
    }
  },
}
