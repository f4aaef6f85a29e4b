/** The law is a module of its own: what a program does before it is loaded, and after. */
const assert = require('node:assert/strict')
const test = require('node:test')

module.exports = function apart(how, { MutationObserver, QueryClient, dehydrate, hydrate, onlineManager }, loadTheLaw) {
  const client = new QueryClient()
  const said = []
  let sent = 0
  const options = { mutationFn: async () => ++sent, optimistic: (intent, n) => intent.set(['n'], n), resync: false }

  test(`${how}: a plain mutation wants no other module`, async () => {
    const save = new MutationObserver(client, { mutationFn: async (n) => n, onMutate: (n) => client.setQueryData(['n'], n) })
    assert.equal(await save.mutate(1), 1)
    assert.equal(client.getQueryData(['n']), 1)
  })

  test(`${how}: optimistic without its module fails, unsent, and says what to import`, async () => {
    await assert.rejects(new MutationObserver(client, options).mutate(2), /^Error: optimistic: import 'sanguine\/optimistic'/)
    assert.deepEqual([sent, client.getQueryData(['n'])], [0, 1])
  })

  test(`${how}: a restored change without it is reported and not shown`, async (t) => {
    const offline = new QueryClient()
    onlineManager.setOnline(false)
    offline.mount()
    const waiting = new MutationObserver(offline, { mutationKey: ['set'], mutationFn: async (n) => n })
    waiting.mutate(5)
    await new Promise((done) => setTimeout(done, 0))
    const state = JSON.parse(JSON.stringify(dehydrate(offline)))
    assert.equal(state.mutations.length, 1)
    t.mock.method(console, 'error', (...what) => said.push(what.join(' ')))
    const restored = new QueryClient()
    restored.setMutationDefaults(['set'], options)
    restored.setQueryData(['n'], 1)
    hydrate(restored, state)
    assert.match(said.join(), /the restored change threw.*sanguine\/optimistic/)
    assert.equal(restored.getQueryData(['n']), 1)
    for (const each of [offline, restored]) each.clear()
    offline.unmount()
    onlineManager.setOnline(true)
  })

  test(`${how}: with it the same client goes on`, async () => {
    await loadTheLaw(client)
    const done = new MutationObserver(client, options).mutate(3)
    assert.equal(client.getQueryData(['n']), 3)
    await done
    assert.equal(sent, 1)
    client.clear()
  })
}
