/** A message gets an id for the time being; success puts the server's message in its place. Nothing is invalidated. */
const KEY = ['messages', 'room 1']

const show = (messages) => messages?.map(({ text, pinned }) => (pinned ? `[${text}]` : text)).join(' / ')
const said = (text) => ({
  effect: ({ messages }, { id }) => ({ messages: [...messages, { id, text, pinned: false }] }),
  answer: ({ messages }, { id }) => messages.find((message) => message.id === id),
})

export default {
  name: 'chat',
  found: 'chats: send with a temporary id, replace it in onSuccess; pin and delete beside it',
  start: () => ({ messages: [1, 2].map((id) => ({ id, text: `m${id}`, pinned: false })) }),
  view: ({ messages }) => ({ room: show(messages) }),
  actions: {
    'say hello': said('hello'),
    'say bye': said('bye'),
    'pin 1': {
      effect: ({ messages }) => ({ messages: messages.map((m) => (m.id === 1 ? { ...m, pinned: true } : m)) }),
    },
    'delete 2': { effect: ({ messages }) => ({ messages: messages.filter((m) => m.id !== 2) }) },
  },
  impossible: [['delete 2', 'delete 2']],
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'room', ({ messages }) => messages)
    let temporary = 0
    const begin = async (write) => {
      await client.cancelQueries({ queryKey: KEY })
      const previousMessages = client.getQueryData(KEY)
      client.setQueryData(KEY, write)
      return previousMessages
    }
    const putBack = (error, variables, context) => client.setQueryData(KEY, context?.previousMessages)
    const send = page.useMutation({
      mutationFn: (variables) => variables.send(),
      onMutate: async ({ text }) => {
        const tempId = `temp-${++temporary}`
        const previousMessages = await begin((old = []) => [...old, { id: tempId, text, pinned: false, sending: true }])
        return { previousMessages, tempId }
      },
      onError: putBack,
      onSuccess: (saved, variables, context) =>
        client.setQueryData(KEY, (old) => old?.map((message) => (message.id === context.tempId ? saved : message))),
    })
    const pin = page.useMutation({
      mutationFn: (variables) => variables.send(),
      onMutate: async ({ id }) => ({
        previousMessages: await begin((old) => old?.map((m) => (m.id === id ? { ...m, pinned: true } : m))),
      }),
      onError: putBack,
    })
    const remove = page.useMutation({
      mutationFn: (variables) => variables.send(),
      onMutate: async ({ id }) => ({ previousMessages: await begin((old) => old?.filter((m) => m.id !== id)) }),
      onError: putBack,
    })
    return {
      run: {
        'say hello': (issue) => send.mutate({ text: 'hello', send: issue.send }),
        'say bye': (issue) => send.mutate({ text: 'bye', send: issue.send }),
        'pin 1': (issue) => pin.mutate({ id: 1, send: issue.send }),
        'delete 2': (issue) => remove.mutate({ id: 2, send: issue.send }),
      },
      screen: () => ({ room: show(query.data) }),
    }
  },
}
