/** As alias.test.mjs; here it comes last, when a change is under way. */
const assert = require('node:assert/strict')
const test = require('node:test')
const sanguine = require('sanguine')
const alone = require('./alone.cjs')

test('CommonJS: the alias leaves a client and its pending change alone', () => {
  const client = new sanguine.QueryClient()
  client.setQueryData(['n'], 1)
  const save = { mutationFn: () => new Promise(() => {}), optimistic: (intent) => intent.set(['n'], 2) }
  new sanguine.MutationObserver(client, save).mutate().catch(() => {})
  assert.equal(require('sanguine/optimistic'), sanguine)
  assert.equal(client.getQueryData(['n']), 2)
  client.clear()
})

alone('CommonJS, before the alias', sanguine)
