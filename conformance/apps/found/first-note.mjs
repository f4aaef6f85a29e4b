/** Nothing is cached yet when the first record is written: the snapshot is undefined, and is put back as it is. */
const KEY = ['notes']

const show = (notes) => (notes?.length ? notes.map(({ text }) => text).join(', ') : 'none')
const noted = (text) => ({ effect: ({ notes }, { id }) => ({ notes: [...notes, { id, text }] }) })

export default {
  name: 'first-note',
  found: 'lists that are written before they were read: setQueryData(key, undefined) as a rollback',
  start: () => ({ notes: [] }),
  view: ({ notes }) => ({ notes: show(notes) }),
  actions: { 'note x': noted('x'), 'note y': noted('y') },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'notes', ({ notes }) => notes, { enabled: false })
    const add = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ text }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previous = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) => [...(old ?? []), { id: `new ${text}`, text }])
        return { previous }
      },
      onError: (error, variables, context) => client.setQueryData(KEY, context?.previous),
      onSettled: () => client.invalidateQueries({ queryKey: KEY }),
    })
    return {
      run: {
        'note x': ({ send }) => add.mutate({ text: 'x', send }),
        'note y': ({ send }) => add.mutate({ text: 'y', send }),
      },
      screen: () => ({ notes: show(query.data) }),
    }
  },
}
