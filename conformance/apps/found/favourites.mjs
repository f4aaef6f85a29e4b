/** Three caches of different shape, each written as a whole value, and only if it is there. */
const PRODUCT = ['product', { productId: 7 }]
const FAVOURITES = ['favourites']
const CART = ['cart']

const tell = ({ name, isFavourite, amount }) => `${name}${isFavourite ? '♥' : ''}${amount}`
const list = (items) => items?.map(tell).join(', ')
const set = (id, fields) => ({
  effect: ({ items }) => ({ items: items.map((p) => (p.id === id ? { ...p, ...fields } : p)) }),
})

export default {
  name: 'favourites',
  found: 'a shop on procedure wrappers: a heart on the product, in the list of favourites and in the cart',
  start: () => ({ items: [7, 8].map((id) => ({ id, name: `p${id}`, isFavourite: id === 8, amount: 1 })) }),
  view: ({ items }) => ({ product: tell(items[0]), favourites: list(items), cart: list(items) }),
  actions: {
    'heart 7': set(7, { isFavourite: true }),
    'no heart 7': set(7, { isFavourite: false }),
    'no heart 8': set(8, { isFavourite: false }),
    'amount of 7': set(7, { amount: 4 }),
  },
  // Who sees the state is not offered it again.
  impossible: [
    ['heart 7', 'heart 7'],
    ['no heart 7', 'no heart 7'],
    ['no heart 8', 'no heart 8'],
    ['amount of 7', 'amount of 7'],
  ],
  page(page) {
    const { client } = page
    const product = page.useQuery(PRODUCT, 'product', ({ items }) => ({ product: items[0] }))
    const favourites = page.useQuery(FAVOURITES, 'favourites', ({ items }) => ({ favourites: items }))
    const cart = page.useQuery(CART, 'cart', ({ items }) => ({ cartList: items }))
    const change = page.useMutation({
      mutationFn: ({ send }) => send(),
      async onMutate({ id, fields }) {
        const productKey = ['product', { productId: id }]
        await Promise.all([productKey, FAVOURITES, CART].map((queryKey) => client.cancelQueries({ queryKey })))
        const oldProduct = client.getQueryData(productKey)
        const oldFavourites = client.getQueryData(FAVOURITES)
        const oldCart = client.getQueryData(CART)
        const mapped = (items) => items.map((p) => (p.id === id ? { ...p, ...fields } : p))
        if (oldProduct?.product)
          client.setQueryData(productKey, { ...oldProduct, product: { ...oldProduct.product, ...fields } })
        if (oldFavourites)
          client.setQueryData(FAVOURITES, { ...oldFavourites, favourites: mapped(oldFavourites.favourites) })
        if (oldCart) client.setQueryData(CART, { ...oldCart, cartList: mapped(oldCart.cartList) })
        return { oldProduct, oldFavourites, oldCart }
      },
      onError(error, { id }, ctx) {
        if (ctx?.oldProduct) client.setQueryData(['product', { productId: id }], ctx.oldProduct)
        if (ctx?.oldFavourites) client.setQueryData(FAVOURITES, ctx.oldFavourites)
        if (ctx?.oldCart) client.setQueryData(CART, ctx.oldCart)
      },
      onSettled: (data, error, { id }) =>
        Promise.all([
          client.invalidateQueries({ queryKey: ['product', { productId: id }] }),
          client.invalidateQueries({ queryKey: FAVOURITES }),
          client.invalidateQueries({ queryKey: CART }),
        ]),
    })
    const use =
      (id, fields) =>
      ({ send }) =>
        change.mutate({ id, fields, send })
    return {
      run: {
        'heart 7': use(7, { isFavourite: true }),
        'no heart 7': use(7, { isFavourite: false }),
        'no heart 8': use(8, { isFavourite: false }),
        'amount of 7': use(7, { amount: 4 }),
      },
      screen: () => ({
        product: product.data && tell(product.data.product),
        favourites: list(favourites.data?.favourites),
        cart: list(cart.data?.cartList),
      }),
    }
  },
}
