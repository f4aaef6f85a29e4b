/** Whole values, made from the snapshot; a count is stored beside the list and written with it. */
const KEY = ['notifications']

const show = (data) => data && `${data.items.map(({ id, read }) => (read ? id : `${id}*`)).join(' ')} | ${data.unread}`

const withItems = (items) => ({ items, unread: items.filter(({ read }) => !read).length })

const marked = (id) => ({
  effect: ({ items }) => ({ items: items.map((n) => (n.id === id ? { ...n, read: true } : n)) }),
})

export default {
  name: 'notifications',
  found: 'the bell of a web app: mark as read, dismiss; the count is part of the value',
  start: () => ({ items: ['a', 'b', 'c', 'd'].map((id) => ({ id, read: id === 'd' })) }),
  view: ({ items }) => ({ bell: show(withItems(items)) }),
  actions: {
    'read a': marked('a'),
    'read b': marked('b'),
    'dismiss c': { effect: ({ items }) => ({ items: items.filter((n) => n.id !== 'c') }) },
  },
  // Who sees the state is not offered it again.
  impossible: [
    ['read a', 'read a'],
    ['read b', 'read b'],
    ['dismiss c', 'dismiss c'],
  ],
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'bell', ({ items }) => withItems(items))
    const optimistic = (items) => ({
      mutationFn: ({ send }) => send(),
      onMutate: async (variables) => {
        await client.cancelQueries({ queryKey: KEY })
        const previousData = client.getQueryData(KEY)
        if (previousData) client.setQueryData(KEY, withItems(items(previousData.items, variables)))
        return { previousData }
      },
      onError: (error, variables, context) => {
        if (context?.previousData) client.setQueryData(KEY, context.previousData)
      },
      onSettled: () => {
        client.invalidateQueries({ queryKey: KEY })
      },
    })
    const read = page.useMutation(
      optimistic((items, { id }) => items.map((n) => (n.id === id ? { ...n, read: true } : n))),
    )
    const dismiss = page.useMutation(optimistic((items, { id }) => items.filter((n) => n.id !== id)))
    return {
      run: {
        'read a': ({ send }) => read.mutate({ id: 'a', send }),
        'read b': ({ send }) => read.mutate({ id: 'b', send }),
        'dismiss c': ({ send }) => dismiss.mutate({ id: 'c', send }),
      },
      screen: () => ({ bell: show(query.data) }),
    }
  },
}
