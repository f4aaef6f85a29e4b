/** Data that is a text or a number itself. */
const THEME = ['theme']
const UNREAD = ['unread']

export default {
  name: 'header',
  found: 'badges and settings in a header: a number and a text as the whole data of a query',
  start: () => ({ theme: 'light', unread: 5 }),
  view: ({ theme, unread }) => ({ theme, unread }),
  actions: {
    dark: { effect: (state) => ({ ...state, theme: 'dark' }) },
    blue: { effect: (state) => ({ ...state, theme: 'blue' }) },
    'read one': { effect: (state) => ({ ...state, unread: state.unread - 1 }) },
    'read three': { effect: (state) => ({ ...state, unread: state.unread - 3 }) },
  },
  impossible: [
    ['dark', 'dark'],
    ['blue', 'blue'],
  ],
  page(page) {
    const { client } = page
    const theme = page.useQuery(THEME, 'theme', (state) => state.theme)
    const unread = page.useQuery(UNREAD, 'unread', (state) => state.unread)
    const optimistic = (queryKey, write) => ({
      mutationFn: ({ send }) => send(),
      onMutate: async (variables) => {
        await client.cancelQueries({ queryKey })
        const previous = client.getQueryData(queryKey)
        client.setQueryData(queryKey, write(variables))
        return { previous }
      },
      onError: (error, variables, context) => client.setQueryData(queryKey, context.previous),
      onSettled: () => client.invalidateQueries({ queryKey }),
    })
    const paint = page.useMutation(optimistic(THEME, ({ name }) => name))
    const read = page.useMutation(
      optimistic(
        UNREAD,
        ({ count }) =>
          (old) =>
            old - count,
      ),
    )
    return {
      run: {
        dark: ({ send }) => paint.mutate({ name: 'dark', send }),
        blue: ({ send }) => paint.mutate({ name: 'blue', send }),
        'read one': ({ send }) => read.mutate({ count: 1, send }),
        'read three': ({ send }) => read.mutate({ count: 3, send }),
      },
      screen: () => ({ theme: theme.data, unread: unread.data }),
    }
  },
}
