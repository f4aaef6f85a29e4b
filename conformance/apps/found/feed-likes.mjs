/** An infinite feed; onMutate answers with a function that takes back, and onError calls it. */
const KEY = ['feed']
const SIZE = 2

const tell = ({ id, likes, liked }) => `${id}:${likes}${liked ? '♥' : ''}`
const show = (pages) => pages?.map((page) => page.posts.map(tell).join(', ')).join(' / ')
const toggled = (post) => ({ ...post, liked: !post.liked, likes: post.likes + (post.liked ? -1 : 1) })
const flip = (id) => ({ effect: ({ posts }) => ({ posts: posts.map((p) => (p.id === id ? toggled(p) : p)) }) })
const pageAt = (posts, at) => ({
  posts: posts.slice(at, at + SIZE),
  next: at + SIZE < posts.length ? at + SIZE : undefined,
})

export default {
  name: 'feed-likes',
  found: 'social feeds: like and unlike in an infinite list, a rollback function for a context',
  start: () => ({ posts: ['a', 'b', 'c', 'd'].map((id, index) => ({ id, likes: 10 * index, liked: id === 'b' })) }),
  view: ({ posts }) => ({ feed: show([pageAt(posts, 0), pageAt(posts, 2)]) }),
  actions: { 'like a': flip('a'), 'like b': flip('b'), 'like d': flip('d') },
  page(page) {
    const { client } = page
    const feed = page.useInfiniteQuery(KEY, 'feed', ({ posts }, at) => pageAt(posts, at), {
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next,
    })
    const like = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ id }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previous = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) =>
          old
            ? {
                ...old,
                pages: old.pages.map((p) => ({
                  ...p,
                  posts: p.posts.map((post) => (post.id === id ? toggled(post) : post)),
                })),
              }
            : old,
        )
        return () => client.setQueryData(KEY, previous)
      },
      onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
      onError: (error, variables, rollback) => rollback?.(),
    })
    setTimeout(() => feed.fetchNextPage(), 10)
    return {
      run: {
        'like a': ({ send }) => like.mutate({ id: 'a', send }),
        'like b': ({ send }) => like.mutate({ id: 'b', send }),
        'like d': ({ send }) => like.mutate({ id: 'd', send }),
      },
      screen: () => ({ feed: show(feed.data?.pages) }),
    }
  },
}
