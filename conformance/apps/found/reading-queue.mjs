/** Typed procedures behind utils: cancel, getData, setData; a list and a number of its own, two kinds of change. */
const show = (items) => items?.map(({ title }) => title).join(', ')

/** What a wrapper of procedures gives for each of them. */
const procedure = (client, queryKey) => ({
  queryKey,
  cancel: () => client.cancelQueries({ queryKey }),
  getData: () => client.getQueryData(queryKey),
  setData: (updater) => client.setQueryData(queryKey, updater),
  invalidate: () => client.invalidateQueries({ queryKey }),
})

const added = (title) => ({ effect: ({ queue }, { id }) => ({ queue: [{ id, title }, ...queue] }) })
const removed = (gone) => ({ effect: ({ queue }) => ({ queue: queue.filter(({ id }) => id !== gone) }) })

export default {
  name: 'reading-queue',
  found: 'procedure wrappers: utils.queue.list.cancel, getData, setData; add and remove, with a count beside',
  start: () => ({ queue: [1, 2].map((id) => ({ id, title: `story ${id}` })) }),
  view: ({ queue }) => ({ list: show(queue), count: queue.length }),
  actions: { 'add news': added('news'), 'add blog': added('blog'), 'remove 1': removed(1), 'remove 2': removed(2) },
  impossible: [
    ['remove 1', 'remove 1'],
    ['remove 2', 'remove 2'],
  ],
  page(page) {
    const utils = {
      list: procedure(page.client, [['queue', 'list'], { type: 'query' }]),
      count: procedure(page.client, [['queue', 'count'], { type: 'query' }]),
    }
    const list = page.useQuery(utils.list.queryKey, 'list', ({ queue }) => queue)
    const count = page.useQuery(utils.count.queryKey, 'count', ({ queue }) => queue.length)
    const optimistic = (change, step) => ({
      mutationFn: ({ send }) => send(),
      onMutate: async (variables) => {
        await Promise.all([utils.list.cancel(), utils.count.cancel()])
        const previous = utils.list.getData()
        const previousCount = utils.count.getData()
        utils.list.setData((old) => (old ? change(old, variables) : old))
        utils.count.setData((old) => Math.max(0, (old ?? 0) + step))
        return { previous, previousCount }
      },
      onError: (error, variables, ctx) => {
        if (ctx?.previous) utils.list.setData(ctx.previous)
        if (ctx?.previousCount !== undefined) utils.count.setData(ctx.previousCount)
      },
      onSettled: () => {
        utils.list.invalidate()
        utils.count.invalidate()
      },
    })
    const add = page.useMutation(optimistic((old, { title }) => [{ id: -Date.now(), title }, ...old], 1))
    const remove = page.useMutation(optimistic((old, { id }) => old.filter((item) => item.id !== id), -1))
    return {
      run: {
        'add news': ({ send }) => add.mutate({ title: 'news', send }),
        'add blog': ({ send }) => add.mutate({ title: 'blog', send }),
        'remove 1': ({ send }) => remove.mutate({ id: 1, send }),
        'remove 2': ({ send }) => remove.mutate({ id: 2, send }),
      },
      screen: () => ({ list: show(list.data), count: count.data }),
    }
  },
}
