/** Counters under bad networks: two retries, one record per page, nothing invalidated. */
const KEY = ['story', 3]

const show = (story) => story && `${story.votes} votes, ${story.shares} shares`
const more = (field) => ({ effect: (story) => ({ ...story, [field]: story[field] + 1 }) })

export default {
  name: 'upvotes',
  found: 'votes and shares: counters by updater, two retries, nothing invalidated',
  attempts: 3,
  start: () => ({ votes: 7, shares: 2 }),
  view: (story) => ({ story: show(story) }),
  actions: { vote: more('votes'), share: more('shares') },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'story', (story) => story)
    const useCounter = (field) =>
      page.useMutation({
        mutationFn: ({ send }) => send(),
        retry: 2,
        retryDelay: 5,
        onMutate: async () => {
          await client.cancelQueries({ queryKey: KEY })
          const previous = client.getQueryData(KEY)
          client.setQueryData(KEY, (old) => old && { ...old, [field]: old[field] + 1 })
          return { previous }
        },
        onError: (error, variables, context) => context?.previous && client.setQueryData(KEY, context.previous),
      })
    const vote = useCounter('votes')
    const share = useCounter('shares')
    return {
      run: { vote: ({ send }) => vote.mutate({ send }), share: ({ send }) => share.mutate({ send }) },
      screen: () => ({ story: show(query.data) }),
    }
  },
}
