/** The snapshot and what is written are one object, changed in place. */
const KEY = ['books']

const show = (books) => books?.map(({ title }) => title).join(', ')
const named = (index, title) => ({
  effect: ({ books }) => ({ books: books.map((b, at) => (at === index ? { ...b, title } : b)) }),
})

export default {
  name: 'in-place',
  found: 'beginners: previous[index] = changed, then setQueryData(key, () => previous)',
  limit: 'the snapshot is overwritten before the engine sees a write: the value before is nowhere',
  start: () => ({ books: ['b1', 'b2'].map((title, index) => ({ id: index, title })) }),
  view: ({ books }) => ({ books: show(books) }),
  actions: { 'edit 1': named(0, 'new one'), 'edit 2': named(1, 'new two') },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'books', ({ books }) => books)
    const edit = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ index, title }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previousBooks = client.getQueryData(KEY)
        if (!previousBooks) return
        previousBooks[index] = { ...previousBooks[index], title }
        client.setQueryData(KEY, () => previousBooks)
        return previousBooks
      },
      onError: (error, variables, context) => client.setQueryData(KEY, context),
      onSettled: () => client.invalidateQueries({ queryKey: KEY }),
    })
    const use =
      (index, title) =>
      ({ send }) =>
        edit.mutate({ index, title, send })
    return {
      run: { 'edit 1': use(0, 'new one'), 'edit 2': use(1, 'new two') },
      screen: () => ({ books: show(query.data) }),
    }
  },
}
