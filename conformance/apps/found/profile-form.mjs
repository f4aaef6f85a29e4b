/** A settings form that saves field by field; nothing is invalidated: the optimistic value is taken for good enough. */
const KEY = ['profile']

const show = (profile) => profile && `${profile.name}, ${profile.city}, ${profile.bio}`
const patch = (fields) => ({ effect: ({ profile }) => ({ profile: { ...profile, ...fields } }) })

const RUN = (save) => ({
  'name Bea': ({ send }) => save.mutate({ fields: { name: 'Bea' }, send }),
  'name Cleo': ({ send }) => save.mutate({ fields: { name: 'Cleo' }, send }),
  'city Kiel': ({ send }) => save.mutate({ fields: { city: 'Kiel' }, send }),
  'bio hi': ({ send }) => save.mutate({ fields: { bio: 'hi' }, send }),
})

export default {
  name: 'profile-form',
  found: 'settings pages: each field is a PATCH, spread over the record',
  start: () => ({ profile: { name: 'Ann', city: 'Bonn', bio: '-' } }),
  view: ({ profile }) => ({ profile: show(profile) }),
  actions: {
    'name Bea': patch({ name: 'Bea' }),
    'name Cleo': patch({ name: 'Cleo' }),
    'city Kiel': patch({ city: 'Kiel' }),
    'bio hi': patch({ bio: 'hi' }),
  },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'profile', ({ profile }) => profile)
    const save = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ fields }) => {
        await client.cancelQueries({ queryKey: KEY })
        const before = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) => (old ? { ...old, ...fields } : old))
        return { before }
      },
      onError: (error, variables, context) => {
        if (context?.before) client.setQueryData(KEY, context.before)
      },
    })
    return { run: RUN(save), screen: () => ({ profile: show(query.data) }) }
  },
  withOption(page) {
    const query = page.useQuery(KEY, 'profile', ({ profile }) => profile)
    const save = page.useMutation({
      mutationFn: ({ send }) => send(),
      optimistic: (intent, { fields }) => intent.merge(KEY, fields),
    })
    return { run: RUN(save), screen: () => ({ profile: show(query.data) }) }
  },
}
