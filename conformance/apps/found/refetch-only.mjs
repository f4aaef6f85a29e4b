/** Nothing is put back: whatever happens, the lists are read again. onMutate is synchronous and writes whole values. */
const BOARD = ['tasks', 'list', { board: 1 }]
const MINE = ['tasks', 'list', { mine: true }]

const show = (tasks) => tasks?.map(({ id, status, mine }) => `${id} ${status}${mine ? ' mine' : ''}`).join(', ')
const mine = (tasks) => tasks.filter((task) => task.mine)
const set = (id, fields) => ({
  effect: ({ tasks }) => ({ tasks: tasks.map((t) => (t.id === id ? { ...t, ...fields } : t)) }),
})

export default {
  name: 'refetch-only',
  found: 'boards whose onError shows a toast and leaves the repair to a refetch',
  start: () => ({ tasks: [1, 2, 3].map((id) => ({ id, status: 'todo', mine: id !== 3 })) }),
  view: ({ tasks }) => ({ board: show(tasks), mine: show(mine(tasks)) }),
  actions: {
    'start 1': set(1, { status: 'doing' }),
    'finish 1': set(1, { status: 'done' }),
    'start 2': set(2, { status: 'doing' }),
  },
  /** With the network down nobody takes a failed change back; that is the app's own decision. */
  only: (order) => !order.flat().some(([word]) => word === 'down'),
  // Who sees the state is not offered it again.
  impossible: [
    ['start 1', 'start 1'],
    ['finish 1', 'finish 1'],
    ['start 2', 'start 2'],
  ],
  page(page) {
    const { client } = page
    const board = page.useQuery(BOARD, 'board', ({ tasks }) => tasks)
    const own = page.useQuery(MINE, 'mine', ({ tasks }) => mine(tasks))
    const move = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: ({ id, status }) => {
        for (const [key, tasks] of client.getQueriesData({ queryKey: ['tasks', 'list'] })) {
          if (tasks?.some((task) => task.id === id))
            client.setQueryData(
              key,
              tasks.map((task) => (task.id === id ? { ...task, status } : task)),
            )
        }
      },
      onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
    })
    const use =
      (id, status) =>
      ({ send }) =>
        move.mutate({ id, status, send })
    return {
      run: { 'start 1': use(1, 'doing'), 'finish 1': use(1, 'done'), 'start 2': use(2, 'doing') },
      screen: () => ({ board: show(board.data), mine: show(own.data) }),
    }
  },
}
