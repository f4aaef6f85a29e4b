/** A handler without any mutation: it writes, awaits the request itself, and puts back in its catch. */
const KEY = ['lists']

const show = (lists) => lists?.map(({ name, pinned }) => `${name}${pinned ? '^' : ''}`).join(', ')
const set = (id, fields) => ({
  effect: ({ lists }) => ({ lists: lists.map((l) => (l.id === id ? { ...l, ...fields } : l)) }),
})

export default {
  name: 'no-mutation',
  found: 'handlers that call fetch themselves and put back in catch',
  limit: 'no mutation is under way: nothing tells the engine that the write waits for an answer',
  start: () => ({ lists: [1, 2].map((id) => ({ id, name: `l${id}`, pinned: false })) }),
  view: ({ lists }) => ({ lists: show(lists) }),
  actions: {
    'pin 1': set(1, { pinned: true }),
    'rename 1': set(1, { name: 'home' }),
    'pin 2': set(2, { pinned: true }),
  },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'lists', ({ lists }) => lists)
    const handle =
      (id, fields) =>
      async ({ send }) => {
        const prev = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) => old?.map((l) => (l.id === id ? { ...l, ...fields } : l)))
        try {
          await send()
        } catch {
          client.setQueryData(KEY, prev)
        } finally {
          client.invalidateQueries({ queryKey: KEY })
        }
      }
    return {
      run: {
        'pin 1': handle(1, { pinned: true }),
        'rename 1': handle(1, { name: 'home' }),
        'pin 2': handle(2, { pinned: true }),
      },
      screen: () => ({ lists: show(query.data) }),
    }
  },
}
