/** As first-note, but a guard keeps the undefined snapshot from being put back: after a failure nobody calls anything. */
const KEY = ['tags']

const show = (tags) => (tags?.length ? tags.join(', ') : 'none')
const tagged = (tag) => ({ effect: ({ tags }) => ({ tags: [...tags, tag] }) })

export default {
  name: 'first-tag',
  found: 'lists that are written before they were read, with if (context?.previous) before the rollback',
  limit: 'the app puts nothing back',
  start: () => ({ tags: [] }),
  view: ({ tags }) => ({ tags: show(tags) }),
  actions: { 'tag x': tagged('x'), 'tag y': tagged('y') },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'tags', ({ tags }) => tags, { enabled: false })
    const add = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ tag }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previous = client.getQueryData(KEY)
        client.setQueryData(KEY, (old = []) => [...old, tag])
        return { previous }
      },
      onError: (error, variables, context) => {
        if (context?.previous) client.setQueryData(KEY, context.previous)
      },
    })
    return {
      run: {
        'tag x': ({ send }) => add.mutate({ tag: 'x', send }),
        'tag y': ({ send }) => add.mutate({ tag: 'y', send }),
      },
      screen: () => ({ tags: show(query.data) }),
    }
  },
}
