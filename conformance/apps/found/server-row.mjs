/** onSuccess lays the server's record over the one in the list, whatever else is under way for it. */
const KEY = ['rows']

const show = (rows) => rows?.map(({ id, name, state, version }) => `${id} ${name} ${state} v${version}`).join(', ')
const set = (id, fields) => ({
  effect: ({ rows }) => ({ rows: rows.map((row) => (row.id === id ? { ...row, ...fields } : row)) }),
  answer: ({ rows }) => rows.find((row) => row.id === id),
  answersPart: 'rows',
})

export default {
  name: 'server-row',
  found: 'lists that put the answered record in its place in onSuccess, and invalidate nothing',
  // Of two answers in one task the row that is written first is older: the second is written right after it.
  rowsMayBeOlder: true,
  start: () => ({ rows: [1, 2].map((id) => ({ id, name: `r${id}`, state: 'on', version: 1 })) }),
  view: ({ rows }) => ({ rows: show(rows) }),
  actions: {
    'name 1': set(1, { name: 'first' }),
    'pause 1': set(1, { state: 'paused' }),
    'pause 2': set(2, { state: 'paused' }),
  },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'rows', ({ rows }) => rows)
    const patchRow = (id, change) =>
      client.setQueryData(KEY, (rows) => rows?.map((row) => (row.id === id ? change(row) : row)))
    const save = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ id, fields }) => {
        await client.cancelQueries({ queryKey: KEY })
        const snapshot = client.getQueryData(KEY)
        patchRow(id, (row) => ({ ...row, ...fields }))
        return { snapshot }
      },
      onSuccess: (answered) => patchRow(answered.id, () => answered),
      onError: (error, variables, context) => client.setQueryData(KEY, context.snapshot),
    })
    const use =
      (id, fields) =>
      ({ send }) =>
        save.mutate({ id, fields, send })
    return {
      run: {
        'name 1': use(1, { name: 'first' }),
        'pause 1': use(1, { state: 'paused' }),
        'pause 2': use(2, { state: 'paused' }),
      },
      screen: () => ({ rows: show(query.data) }),
    }
  },
}
