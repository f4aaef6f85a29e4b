/** A counter as a whole value: plus one of what the snapshot says. */
const KEY = ['stock']

const show = (stock) => stock && `${stock.count} in stock, ${stock.price}`

export default {
  name: 'stock',
  found: 'counters that are pressed fast, written as { ...previous, count: previous.count + 1 }',
  start: () => ({ count: 4, price: '3 EUR' }),
  view: (stock) => ({ stock: show(stock) }),
  actions: {
    more: { effect: (stock) => ({ ...stock, count: stock.count + 1 }) },
    less: { effect: (stock) => ({ ...stock, count: stock.count - 1 }) },
    price: { effect: (stock) => ({ ...stock, price: '5 EUR' }) },
  },
  // A value that says again what is there changes nothing that anybody could see.
  impossible: [['price', 'price']],
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'stock', (stock) => stock)
    const change = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ next }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previousState = client.getQueryData(KEY)
        if (previousState) client.setQueryData(KEY, next(previousState))
        return { previousState }
      },
      onError: (error, variables, context) => context?.previousState && client.setQueryData(KEY, context.previousState),
      onSettled: () => client.invalidateQueries({ queryKey: KEY }),
    })
    const use =
      (next) =>
      ({ send }) =>
        change.mutate({ next, send })
    return {
      run: {
        more: use((stock) => ({ ...stock, count: stock.count + 1 })),
        less: use((stock) => ({ ...stock, count: stock.count - 1 })),
        price: use((stock) => ({ ...stock, price: '5 EUR' })),
      },
      screen: () => ({ stock: show(query.data) }),
    }
  },
}
