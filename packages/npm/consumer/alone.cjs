/** What a page needs to be right is in `sanguine`: no other import stands between a program and a correct page. */
const assert = require('node:assert/strict')
const test = require('node:test')

const turn = () => new Promise((done) => setTimeout(done, 0))

module.exports = function alone(
  how,
  { MutationObserver, QueryClient, byVersion, dehydrate, hydrate, onlineManager, temporary },
) {
  const set = {
    mutationKey: ['set'],
    mutationFn: async (n) => n,
    optimistic: (intent, n) => intent.set(['n'], n),
    resync: false,
  }

  test(`${how}: an optimistic change shows at once, and goes back when its request fails`, async () => {
    const client = new QueryClient()
    client.setQueryData(['n'], 1)
    const saved = new MutationObserver(client, set).mutate(2)
    assert.equal(client.getQueryData(['n']), 2)
    await saved
    const refused = new MutationObserver(client, {
      ...set,
      mutationFn: () => Promise.reject(new Error('refused')),
    }).mutate(3)
    assert.equal(client.getQueryData(['n']), 3)
    await assert.rejects(refused, /refused/)
    assert.equal(client.getQueryData(['n']), 2)
    client.clear()
  })

  test(`${how}: a restored change is shown`, async () => {
    const offline = new QueryClient()
    onlineManager.setOnline(false)
    offline.mount()
    new MutationObserver(offline, set).mutate(5).catch(() => {})
    await turn()
    const state = JSON.parse(JSON.stringify(dehydrate(offline)))
    assert.equal(state.mutations.length, 1)
    const restored = new QueryClient()
    restored.setMutationDefaults(['set'], set)
    restored.setQueryData(['n'], 1)
    hydrate(restored, state)
    assert.equal(restored.getQueryData(['n']), 5)
    for (const each of [offline, restored]) each.clear()
    offline.unmount()
    onlineManager.setOnline(true)
  })

  test(`${how}: what is done to a record that is being made waits for its id`, async () => {
    const client = new QueryClient()
    client.setQueryData(['list'], [])
    const sent = []
    let answer
    const add = {
      mutationFn: () => new Promise((done) => (answer = done)),
      optimistic(intent, record) {
        temporary(intent, record.id)
        intent.append(['list'], record)
      },
    }
    const patch = {
      mutationFn: async (fields) => sent.push(fields),
      optimistic: (intent, fields) => intent.merge(['list'], fields),
    }
    const added = new MutationObserver(client, add).mutate({ id: 'new', title: 'a' })
    const patched = new MutationObserver(client, patch).mutate({ id: 'new', title: 'b' })
    await turn()
    assert.deepEqual([sent, client.getQueryData(['list'])], [[], [{ id: 'new', title: 'b' }]])
    answer({ id: 7, title: 'a' })
    await Promise.all([added, patched])
    assert.deepEqual(sent, [{ id: 7, title: 'b' }])
    client.clear()
  })

  test(`${how}: a version says that a fetched value has no change that is under way`, async () => {
    const client = new QueryClient()
    const queryKey = ['one']
    const options = {
      queryKey,
      queryFn: async () => ({ id: 1, n: 1, likes: 9, at: 1 }),
      version: byVersion('at'),
      staleTime: 0,
    }
    client.setQueryData(queryKey, { id: 1, n: 1, likes: 0, at: 1 })
    const like = {
      mutationFn: () => new Promise(() => {}),
      optimistic: (intent) => intent.update(queryKey, (old) => ({ ...old, n: old.n + 1 })),
    }
    new MutationObserver(client, like).mutate().catch(() => {})
    await turn()
    await client.fetchQuery(options)
    assert.deepEqual(client.getQueryData(queryKey), { id: 1, n: 2, likes: 9, at: 1 })
    client.clear()
  })
}
