/** A front end of a CMS: pages of `docs` with `totalDocs`, a detail beside them; snapshots by way of JSON. */
const LIST = ['posts', { page: 1 }]
const DETAIL = ['posts', 'detail', 'p1']

const tell = ({ title, status }) => `${title} ${status}`
const list = (data) => data && `${data.docs.map(tell).join(', ')} of ${data.totalDocs}`
const pageOf = (docs) => ({ docs, totalDocs: docs.length, page: 1 })
const set = (id, fields) => ({
  effect: ({ docs }) => ({ docs: docs.map((d) => (d.id === id ? { ...d, ...fields } : d)) }),
})
const copy = (value) => value && JSON.parse(JSON.stringify(value))

export default {
  name: 'documents',
  found: 'front ends of a CMS: docs and totalDocs, list and detail, snapshots copied through JSON',
  start: () => ({ docs: ['p1', 'p2', 'p3'].map((id) => ({ id, title: id, status: 'draft' })) }),
  view: ({ docs }) => ({ list: list(pageOf(docs)), detail: tell(docs[0]) }),
  actions: {
    'title of 1': set('p1', { title: 'first' }),
    'publish 1': set('p1', { status: 'published' }),
    'publish 2': set('p2', { status: 'published' }),
    'delete 3': { effect: ({ docs }) => ({ docs: docs.filter(({ id }) => id !== 'p3') }) },
  },
  impossible: [['delete 3', 'delete 3']],
  page(page) {
    const { client } = page
    const listed = page.useQuery(LIST, 'list', ({ docs }) => pageOf(docs))
    const detail = page.useQuery(DETAIL, 'detail', ({ docs }) => docs[0])
    const update = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ id, fields }) => {
        await client.cancelQueries({ queryKey: ['posts'] })
        const previousList = copy(client.getQueryData(LIST))
        const previousDetail = copy(client.getQueryData(['posts', 'detail', id]))
        client.setQueryData(LIST, (old) =>
          old ? { ...old, docs: old.docs.map((d) => (d.id === id ? { ...d, ...fields } : d)) } : old,
        )
        client.setQueryData(['posts', 'detail', id], (old) => (old ? { ...old, ...fields } : old))
        return { previousList, previousDetail }
      },
      onError: (error, { id }, context) => {
        if (context?.previousList) client.setQueryData(LIST, context.previousList)
        if (context?.previousDetail) client.setQueryData(['posts', 'detail', id], context.previousDetail)
      },
      onSettled: () => client.invalidateQueries({ queryKey: ['posts'] }),
    })
    const remove = page.useMutation({
      mutationFn: ({ send }) => send(),
      onMutate: async ({ id }) => {
        await client.cancelQueries({ queryKey: LIST })
        const previousList = copy(client.getQueryData(LIST))
        client.setQueryData(
          LIST,
          (old) => old && { ...old, docs: old.docs.filter((d) => d.id !== id), totalDocs: old.totalDocs - 1 },
        )
        return { previousList }
      },
      onError: (error, variables, context) => client.setQueryData(LIST, context?.previousList),
      onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
    })
    const use =
      (id, fields) =>
      ({ send }) =>
        update.mutate({ id, fields, send })
    return {
      run: {
        'title of 1': use('p1', { title: 'first' }),
        'publish 1': use('p1', { status: 'published' }),
        'publish 2': use('p2', { status: 'published' }),
        'delete 3': ({ send }) => remove.mutate({ id: 'p3', send }),
      },
      screen: () => ({ list: list(listed.data), detail: detail.data && tell(detail.data) }),
    }
  },
}
