/** No snapshot of the list: each failure takes back its own record, by a map, a filter or a splice over what is shown. */
const KEY = ['members']

const show = (members) => members?.map(({ name, role }) => `${name} ${role}`).join(', ')
const set = (id, fields) => ({
  effect: ({ members }) => ({ members: members.map((m) => (m.id === id ? { ...m, ...fields } : m)) }),
})

export default {
  name: 'one-record-back',
  found: 'newer code that restores one record inside the current list instead of the list',
  start: () => ({ members: [1, 2, 3].map((id) => ({ id, name: `m${id}`, role: 'guest' })) }),
  view: ({ members }) => ({ members: show(members) }),
  actions: {
    'rename 1': set(1, { name: 'Max' }),
    'promote 1': set(1, { role: 'owner' }),
    'kick 2': { effect: ({ members }) => ({ members: members.filter(({ id }) => id !== 2) }) },
    invite: { effect: ({ members }, { id }) => ({ members: [...members, { id, name: 'new', role: 'guest' }] }) },
  },
  impossible: [['kick 2', 'kick 2']],
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'members', ({ members }) => members)
    const write = (updater) => client.setQueryData(KEY, (old) => (old ? updater(old) : old))
    const mutationFn = ({ send }) => send()
    const edit = page.useMutation({
      mutationFn,
      onMutate: async ({ id, fields }) => {
        await client.cancelQueries({ queryKey: KEY })
        const previous = client.getQueryData(KEY)?.find((m) => m.id === id)
        write((old) => old.map((m) => (m.id === id ? { ...m, ...fields } : m)))
        return { previous }
      },
      onError: (error, { id }, context) => {
        if (context?.previous) write((old) => old.map((m) => (m.id === id ? context.previous : m)))
      },
    })
    const kick = page.useMutation({
      mutationFn,
      onMutate: async ({ id }) => {
        await client.cancelQueries({ queryKey: KEY })
        const members = client.getQueryData(KEY)
        const index = members.findIndex((m) => m.id === id)
        write((old) => old.filter((m) => m.id !== id))
        return { index, member: members[index] }
      },
      onError: (error, variables, { index, member }) =>
        write((old) =>
          old.some((m) => m.id === member.id) ? old : [...old.slice(0, index), member, ...old.slice(index)],
        ),
    })
    let drafts = 0
    const invite = page.useMutation({
      mutationFn,
      onMutate: async () => {
        await client.cancelQueries({ queryKey: KEY })
        const draftId = `draft ${++drafts}`
        write((old) => [...old, { id: draftId, name: 'new', role: 'guest' }])
        return { draftId }
      },
      onError: (error, variables, { draftId }) => write((old) => old.filter((m) => m.id !== draftId)),
    })
    return {
      run: {
        'rename 1': ({ send }) => edit.mutate({ id: 1, fields: { name: 'Max' }, send }),
        'promote 1': ({ send }) => edit.mutate({ id: 1, fields: { role: 'owner' }, send }),
        'kick 2': ({ send }) => kick.mutate({ id: 2, send }),
        invite: ({ send }) => invite.mutate({ send }),
      },
      screen: () => ({ members: show(query.data) }),
    }
  },
}
