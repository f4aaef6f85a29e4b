/** Drag and drop: the board is computed once, from the snapshot, and written as a value; put back by a function. */
const KEY = ['board', 5]

const show = (board) =>
  board?.columns.map(({ name, cards }) => `${name}: ${cards.map(({ title }) => title).join(' ')}`).join(' | ')

function moved(board, id, target) {
  const card = board.columns.flatMap(({ cards }) => cards).find((each) => each.id === id)
  return {
    ...board,
    columns: board.columns.map((column) => {
      const cards = column.cards.filter((each) => each.id !== id)
      return { ...column, cards: column.name === target ? [...cards, card] : cards }
    }),
  }
}

const renamed = (board, id, title) => ({
  ...board,
  columns: board.columns.map((column) => ({
    ...column,
    cards: column.cards.map((card) => (card.id === id ? { ...card, title } : card)),
  })),
})

export default {
  name: 'kanban',
  found: 'boards with drag and drop: a whole new board from the snapshot, put back as () => previous',
  start: () => ({
    columns: [
      {
        id: 1,
        name: 'todo',
        cards: [
          { id: 1, title: 'a' },
          { id: 2, title: 'b' },
          { id: 3, title: 'c' },
        ],
      },
      { id: 2, name: 'doing', cards: [{ id: 4, title: 'd' }] },
      { id: 3, name: 'done', cards: [] },
    ],
  }),
  view: (board) => ({ board: show(board) }),
  actions: {
    'a to doing': { effect: (board) => moved(board, 1, 'doing') },
    'a to done': { effect: (board) => moved(board, 1, 'done') },
    'b to doing': { effect: (board) => moved(board, 2, 'doing') },
    'rename a': { effect: (board) => renamed(board, 1, 'A') },
  },
  // A value that says again what is there changes nothing that anybody could see.
  impossible: [
    ['rename a', 'rename a'],
    ['a to doing', 'a to doing'],
    ['a to done', 'a to done'],
    ['b to doing', 'b to doing'],
  ],
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'board', (board) => board)
    const change = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ next }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previousBoard = client.getQueryData(KEY)
        if (!previousBoard) return { previousBoard }
        const board = next(previousBoard)
        client.setQueryData(KEY, () => board)
        return { previousBoard }
      },
      onError: (error, variables, { previousBoard }) => {
        client.setQueryData(KEY, () => previousBoard)
      },
      onSettled: () => {
        client.invalidateQueries({ queryKey: KEY })
      },
    })
    const use =
      (next) =>
      ({ send }) =>
        change.mutate({ next, send })
    return {
      run: {
        'a to doing': use((board) => moved(board, 1, 'doing')),
        'a to done': use((board) => moved(board, 1, 'done')),
        'b to doing': use((board) => moved(board, 2, 'doing')),
        'rename a': use((board) => renamed(board, 1, 'A')),
      },
      screen: () => ({ board: show(query.data) }),
    }
  },
}
