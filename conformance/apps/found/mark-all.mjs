/** A whole value that says of one record what another change has said before. */
const KEY = ['mails']

const show = (mails) => mails?.map(({ id, read }) => (read ? id : `${id}*`)).join(' ')
const marked = (which) => (mails) => mails.map((mail) => (which(mail) ? { ...mail, read: true } : mail))
const one = marked(({ id }) => id === 'a')
const all = marked(() => true)

export default {
  name: 'mark-all',
  found: 'mark one, then mark all, as whole values made from the snapshot',
  limit: 'what the second value leaves as the first one made it cannot be told from what it does not touch',
  start: () => ({ mails: ['a', 'b', 'c'].map((id) => ({ id, read: false })) }),
  view: ({ mails }) => ({ mails: show(mails) }),
  actions: {
    'read a': { effect: ({ mails }) => ({ mails: one(mails) }) },
    'read all': { effect: ({ mails }) => ({ mails: all(mails) }) },
  },
  impossible: [
    ['read a', 'read a'],
    ['read all', 'read all'],
    ['read all', 'read a'],
  ],
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'mails', ({ mails }) => mails)
    const change = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ next }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previous = client.getQueryData(KEY)
        if (previous) client.setQueryData(KEY, next(previous))
        return { previous }
      },
      onError: (error, variables, context) => context?.previous && client.setQueryData(KEY, context.previous),
      onSettled: () => client.invalidateQueries({ queryKey: KEY }),
    })
    const use =
      (next) =>
      ({ send }) =>
        change.mutate({ next, send })
    return { run: { 'read a': use(one), 'read all': use(all) }, screen: () => ({ mails: show(query.data) }) }
  },
}
