/** The snapshot is what the component has rendered: it never went through getQueryData. The value is made from it. */
const KEY = ['tickets']

const show = (tickets) => tickets?.map(({ id, state, owner }) => `${id} ${state} ${owner}`).join(', ')
const set = (id, fields) => ({
  effect: ({ tickets }) => ({ tickets: tickets.map((t) => (t.id === id ? { ...t, ...fields } : t)) }),
})

export default {
  name: 'rendered',
  found: 'handlers that take the data of useQuery for a snapshot, mutateAsync and catch',
  writesFirst: true,
  start: () => ({ tickets: [1, 2].map((id) => ({ id, state: 'open', owner: '-' })) }),
  view: ({ tickets }) => ({ tickets: show(tickets) }),
  actions: {
    'close 1': set(1, { state: 'closed' }),
    'take 1': set(1, { owner: 'me' }),
    'close 2': set(2, { state: 'closed' }),
  },
  // Who sees the state is not offered it again.
  impossible: [
    ['close 1', 'close 1'],
    ['take 1', 'take 1'],
    ['close 2', 'close 2'],
  ],
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'tickets', ({ tickets }) => tickets)
    const save = page.useMutation({ mutationFn: ({ send }) => send() })
    const handle =
      (id, fields) =>
      async ({ send }) => {
        const previous = query.data
        client.setQueryData(
          KEY,
          previous.map((t) => (t.id === id ? { ...t, ...fields } : t)),
        )
        try {
          await save.mutateAsync({ send })
          client.invalidateQueries({ queryKey: KEY })
        } catch {
          client.setQueryData(KEY, previous)
        }
      }
    return {
      run: {
        'close 1': handle(1, { state: 'closed' }),
        'take 1': handle(1, { owner: 'me' }),
        'close 2': handle(2, { state: 'closed' }),
      },
      screen: () => ({ tickets: show(query.data) }),
    }
  },
}
