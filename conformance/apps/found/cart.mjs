/** One scope for all changes of the cart; the server answers with the whole cart, and onSuccess shows it. */
const KEY = ['cart']

const show = (cart) => cart?.lines.map(({ name, amount }) => `${name} ${amount}`).join(', ')
const set = (lines, id, amount) => lines.map((line) => (line.id === id ? { ...line, amount } : line))
const whole = { answersPart: 'cart', answer: (cart) => cart }

export default {
  name: 'cart',
  found: 'carts and wish lists: a scope, whole values from the snapshot, onSuccess writes the answered cart',
  start: () => ({
    lines: [
      { id: 1, name: 'tea', amount: 2 },
      { id: 2, name: 'jam', amount: 1 },
    ],
  }),
  view: (cart) => ({ cart: show(cart) }),
  actions: {
    'tea to 5': { ...whole, effect: ({ lines }) => ({ lines: set(lines, 1, 5) }) },
    'tea to 9': { ...whole, effect: ({ lines }) => ({ lines: set(lines, 1, 9) }) },
    'no jam': { ...whole, effect: ({ lines }) => ({ lines: lines.filter(({ id }) => id !== 2) }) },
    'add rye': { ...whole, effect: ({ lines }, { id }) => ({ lines: [...lines, { id, name: 'rye', amount: 1 }] }) },
  },
  // Who sees the state is not offered it again.
  impossible: [
    ['tea to 5', 'tea to 5'],
    ['tea to 9', 'tea to 9'],
    ['no jam', 'no jam'],
    ['add rye', 'add rye'],
  ],
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'cart', (cart) => cart)
    const change = page.useMutation({
      scope: { id: 'cart' },
      mutationFn: ({ send }) => send(),
      onMutate: async ({ next }) => {
        await client.cancelQueries({ queryKey: KEY })
        const prev = client.getQueryData(KEY) ?? { lines: [] }
        client.setQueryData(KEY, { ...prev, lines: next(prev.lines) })
        return { prev }
      },
      onError: (error, variables, ctx) => {
        if (ctx?.prev) client.setQueryData(KEY, ctx.prev)
      },
      onSuccess: (cart) => client.setQueryData(KEY, cart),
    })
    const use =
      (next) =>
      ({ send }) =>
        change.mutate({ next, send })
    return {
      run: {
        'tea to 5': use((lines) => set(lines, 1, 5)),
        'tea to 9': use((lines) => set(lines, 1, 9)),
        'no jam': use((lines) => lines.filter(({ id }) => id !== 2)),
        'add rye': use((lines) => [...lines, { id: 'new', name: 'rye', amount: 1 }]),
      },
      screen: () => ({ cart: show(query.data) }),
    }
  },
}
