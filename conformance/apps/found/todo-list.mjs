/** The guide's own spelling: updaters, the snapshot in the context, put back without a look, the invalidation returned. */
const KEY = ['todos']

const titles = (todos) => todos?.map(({ title, done }) => (done ? `${title} (done)` : title)).join(', ')

const RUN = (add, check, remove) => ({
  'add milk': ({ send, number }) => add.mutate({ title: 'milk', number, send }),
  'check wash': ({ send }) => check.mutate({ id: 1, send }),
  'delete cook': ({ send }) => remove.mutate({ id: 2, send }),
  'delete wash': ({ send }) => remove.mutate({ id: 1, send }),
})

export default {
  name: 'todo-list',
  found: 'samples after the guide: a list with add, check and delete',
  start: () => ({
    todos: [
      { id: 1, title: 'wash', done: false },
      { id: 2, title: 'cook', done: false },
      { id: 3, title: 'read', done: true },
    ],
  }),
  view: ({ todos }) => ({ todos: titles(todos) }),
  actions: {
    'add milk': { effect: ({ todos }, { id }) => ({ todos: [...todos, { id, title: 'milk', done: false }] }) },
    'check wash': { effect: ({ todos }) => ({ todos: todos.map((t) => (t.id === 1 ? { ...t, done: true } : t)) }) },
    'delete cook': { effect: ({ todos }) => ({ todos: todos.filter((t) => t.id !== 2) }) },
    'delete wash': { effect: ({ todos }) => ({ todos: todos.filter((t) => t.id !== 1) }) },
  },
  impossible: [
    ['delete cook', 'delete cook'],
    ['delete wash', 'delete wash'],
    ['delete wash', 'check wash'],
  ],
  page(page, server) {
    const { client } = page
    const query = page.useQuery(KEY, 'todos', ({ todos }) => todos)
    const optimistic = (change) => ({
      mutationFn: ({ send }) => send(),
      async onMutate(variables) {
        await client.cancelQueries({ queryKey: KEY })
        const previousTodos = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) => change(old, variables))
        return { previousTodos }
      },
      onError: (error, variables, context) => client.setQueryData(KEY, context.previousTodos),
      onSettled: () => client.invalidateQueries({ queryKey: KEY }),
    })
    const add = page.useMutation(optimistic((old, { title }) => [...old, { id: `new ${title}`, title, done: false }]))
    const check = page.useMutation(
      optimistic((old, { id }) => old.map((t) => (t.id === id ? { ...t, done: true } : t))),
    )
    const remove = page.useMutation(optimistic((old, { id }) => old.filter((t) => t.id !== id)))
    return {
      run: RUN(add, check, remove),
      screen: () => ({ todos: titles(query.data) }),
    }
  },
  withOption(page) {
    const query = page.useQuery(KEY, 'todos', ({ todos }) => todos)
    const use = (optimistic) => page.useMutation({ mutationFn: ({ send }) => send(), optimistic })
    const add = use((intent, { title, number }) => intent.append(KEY, { id: `new ${number}`, title, done: false }))
    const check = use((intent, { id }) => intent.merge(KEY, { id, done: true }))
    const remove = use((intent, { id }) => intent.remove(KEY, id))
    return { run: RUN(add, check, remove), screen: () => ({ todos: titles(query.data) }) }
  },
}
