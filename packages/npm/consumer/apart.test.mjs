/** The law is a module of its own; a file of tests is a process of its own, in which nobody has loaded it. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { MutationObserver, QueryClient } from 'sanguine'

const client = new QueryClient()

test('a plain mutation wants no other module', async () => {
  const seen = []
  const save = new MutationObserver(client, { mutationFn: async (n) => n, onMutate: (n) => client.setQueryData(['n'], n) })
  save.subscribe(({ status }) => seen.push(status))
  assert.equal(await save.mutate(1), 1)
  assert.equal(client.getQueryData(['n']), 1)
})

test('optimistic without its module fails, unsent, and says what to import; with it the same client goes on', async () => {
  let sent = 0
  const options = { mutationFn: async () => ++sent, optimistic: (intent, n) => intent.set(['n'], n), resync: false }
  await assert.rejects(new MutationObserver(client, options).mutate(2), /optimistic: import 'sanguine\/optimistic'/)
  assert.deepEqual([sent, client.getQueryData(['n'])], [0, 1])

  await import('sanguine/optimistic')
  const done = new MutationObserver(client, options).mutate(3)
  assert.equal(client.getQueryData(['n']), 3)
  await done
  assert.equal(sent, 1)
})
