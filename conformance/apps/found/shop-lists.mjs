/** One record in several cached lists and on its own page: a list of snapshots, put back key by key. */
const ALL = ['products', 'all']
const SALE = ['products', 'sale']
const LAMP = ['products', 'detail', 1]

const tell = ({ name, wished }) => (wished ? `${name}♥` : name)
const list = (data) => data?.map(tell).join(', ')
const onSale = (products) => products.filter(({ sale }) => sale)
const flip = (id) => ({
  effect: ({ products }) => ({ products: products.map((p) => (p.id === id ? { ...p, wished: !p.wished } : p)) }),
})

export default {
  name: 'shop-lists',
  found: 'shops and dashboards: getQueriesData, setQueriesData over every list, the detail page beside it',
  start: () => ({
    products: [
      { id: 1, name: 'lamp', wished: false, sale: true },
      { id: 2, name: 'chair', wished: true, sale: false },
      { id: 3, name: 'rug', wished: false, sale: true },
    ],
  }),
  view: ({ products }) => ({ all: list(products), sale: list(onSale(products)), lamp: tell(products[0]) }),
  actions: {
    'wish lamp': flip(1),
    'wish chair': flip(2),
    'rename lamp': {
      effect: ({ products }) => ({ products: products.map((p) => (p.id === 1 ? { ...p, name: 'light' } : p)) }),
    },
  },
  page(page) {
    const { client } = page
    const all = page.useQuery(ALL, 'all', ({ products }) => products)
    const sale = page.useQuery(SALE, 'sale', ({ products }) => onSale(products))
    const lamp = page.useQuery(LAMP, 'lamp', ({ products }) => products[0])
    const optimistic = (change) => ({
      mutationFn: ({ send }) => send(),
      onMutate: async (variables) => {
        await client.cancelQueries({ queryKey: ['products'] })
        const snapshot = client.getQueriesData({ queryKey: ['products'] })
        client.setQueriesData({ queryKey: ['products'] }, (old) => {
          if (!Array.isArray(old)) return old
          return old.some((p) => p.id === variables.id)
            ? old.map((p) => (p.id === variables.id ? change(p, variables) : p))
            : old
        })
        client.setQueryData(['products', 'detail', variables.id], (old) => (old ? change(old, variables) : undefined))
        return { snapshot }
      },
      onError: (error, variables, context) => {
        context?.snapshot.forEach(([key, data]) => client.setQueryData(key, data))
      },
      onSettled: () => client.invalidateQueries({ queryKey: ['products'] }),
    })
    const wish = page.useMutation(optimistic((p) => ({ ...p, wished: !p.wished })))
    const rename = page.useMutation(optimistic((p, { name }) => ({ ...p, name })))
    return {
      run: {
        'wish lamp': ({ send }) => wish.mutate({ id: 1, send }),
        'wish chair': ({ send }) => wish.mutate({ id: 2, send }),
        'rename lamp': ({ send }) => rename.mutate({ id: 1, name: 'light', send }),
      },
      screen: () => ({ all: list(all.data), sale: list(sale.data), lamp: lamp.data && tell(lamp.data) }),
    }
  },
}
