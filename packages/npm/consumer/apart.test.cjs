const assert = require('node:assert/strict')
const apart = require('./apart.cjs')

/** A function of `sanguine/intents` brings the law along. */
apart('CommonJS', require('sanguine'), (client) => {
  const { IntentsObserver } = require('sanguine/intents')
  assert.deepEqual(new IntentsObserver(client).getCurrentResult(), [])
})
