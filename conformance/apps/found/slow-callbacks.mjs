/** Callbacks that wait: onMutate for a session, onError for a report before it puts back, onSettled before it invalidates. */
const KEY = ['tasks']

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const show = (tasks) => tasks?.map(({ name, state }) => `${name} ${state}`).join(', ')
const set = (name, state) => ({
  effect: ({ tasks }) => ({ tasks: tasks.map((t) => (t.name === name ? { ...t, state } : t)) }),
})

export default {
  name: 'slow-callbacks',
  found: 'dashboards whose callbacks await a session, an error report and a toast',
  start: () => ({ tasks: ['build', 'test'].map((name) => ({ name, state: 'idle' })) }),
  view: ({ tasks }) => ({ tasks: show(tasks) }),
  actions: {
    'start build': set('build', 'started'),
    'stop build': set('build', 'stopped'),
    'start test': set('test', 'started'),
  },
  page(page) {
    const { client } = page
    const query = page.useQuery(KEY, 'tasks', ({ tasks }) => tasks)
    const change = page.useMutation({
      mutationFn: ({ send }) => send(),
      async onMutate({ name, state }) {
        await wait(2)
        await client.cancelQueries({ queryKey: KEY })
        const previousTasks = client.getQueryData(KEY)
        client.setQueryData(KEY, (old) => old?.map((t) => (t.name === name ? { ...t, state } : t)))
        await wait(1)
        return { previousTasks }
      },
      async onError(error, variables, context) {
        await wait(3)
        client.setQueryData(KEY, context?.previousTasks)
      },
      async onSettled() {
        await wait(2)
        await client.invalidateQueries({ queryKey: KEY })
      },
    })
    const use =
      (name, state) =>
      ({ send }) =>
        change.mutate({ name, state, send })
    return {
      run: {
        'start build': use('build', 'started'),
        'stop build': use('build', 'stopped'),
        'start test': use('test', 'started'),
      },
      screen: () => ({ tasks: show(query.data) }),
    }
  },
}
