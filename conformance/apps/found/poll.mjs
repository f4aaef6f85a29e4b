/** Two keys, of which the write of one closes over what the other held: the vote that is taken away again. */
const LIST = ['songs']
const MINE = ['songs', 'my vote']

const list = (songs) => songs?.map(({ id, votes }) => `${id} ${votes}`).join(', ')
const vote = (id) => ({
  effect: ({ songs, mine }) => ({
    mine: id,
    songs: songs.map((s) => ({ ...s, votes: s.votes + (s.id === id ? 1 : 0) - (s.id === mine ? 1 : 0) })),
  }),
})

export default {
  name: 'poll',
  found: 'polls in which a vote can be moved: the list of counts and the own vote are two queries',
  limit: 'what the second vote takes away was read from the other query: no engine can know that',
  start: () => ({ mine: null, songs: ['a', 'b', 'c'].map((id) => ({ id, votes: 5 })) }),
  view: ({ songs, mine }) => ({ songs: list(songs), mine }),
  actions: { 'vote a': vote('a'), 'vote b': vote('b'), 'vote c': vote('c') },
  impossible: [
    ['vote a', 'vote a'],
    ['vote b', 'vote b'],
    ['vote c', 'vote c'],
  ],
  page(page) {
    const { client } = page
    const songs = page.useQuery(LIST, 'songs', (state) => state.songs)
    const mine = page.useQuery(MINE, 'mine', (state) => ({ id: state.mine }))
    const change = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ id }) => {
        await client.cancelQueries({ queryKey: LIST })
        const prevList = client.getQueryData(LIST)
        const prevVote = client.getQueryData(MINE)
        const prevId = prevVote?.id ?? null
        client.setQueryData(MINE, { id })
        client.setQueryData(LIST, (old) =>
          old?.map((s) => ({ ...s, votes: s.votes + (s.id === id ? 1 : 0) - (s.id === prevId ? 1 : 0) })),
        )
        return { prevList, prevVote }
      },
      onError: (error, variables, rollback) => {
        if (!rollback) return
        client.setQueryData(LIST, rollback.prevList)
        client.setQueryData(MINE, rollback.prevVote)
      },
      onSettled: () => void client.invalidateQueries({ queryKey: LIST }),
    })
    const use =
      (id) =>
      ({ send }) =>
        change.mutate({ id, send })
    return {
      run: { 'vote a': use('a'), 'vote b': use('b'), 'vote c': use('c') },
      screen: () => ({ songs: list(songs.data), mine: mine.data?.id }),
    }
  },
}
