import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { clientOf, count, newDatabase } from './support.mjs'

/*
 * A server is killed while clients send keyed writes. Each client repeats its write with the same key until it has an answer. In
 * the end each write that was answered is there, and none is there twice.
 */

const KILLS = count('KILLS', 4)
const CLIENTS = 4
const WHILE_MS = 1500

let folder
let database
let port
let server

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sanguine-kill-'))
  database = newDatabase(folder)
  port = await freePort()
  await start('new')
})
after(() => server.kill('SIGKILL'))

async function start(...more) {
  server = fork(fileURLToPath(new URL('app/child.mjs', import.meta.url)), [database, folder, `${port}`, ...more], {
    // In production the tables are not compared at each start.
    env: { ...process.env, NODE_ENV: more.length > 0 ? 'test' : 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(server, 'message')
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return port
}

test(`${KILLS} kills in the middle of keyed writes: nothing answered is lost, nothing happens twice`, async () => {
  const { call } = clientOf(`http://127.0.0.1:${port}`)
  const answered = []
  let repeats = 0
  let stopped = false

  /** The answer to a keyed write, however often it must be sent. */
  async function surely(...request) {
    for (;;) {
      const answer = await call(...request).catch(() => undefined)
      if (answer && answer.status < 500) {
        assert.ok(answer.status < 300, answer.text)
        return answer
      }
      repeats++
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async function client(name) {
    for (let i = 0; !stopped; i++) {
      const number = `${name}-${i}`
      const created = await surely('POST', '/orders', { number, total: 0 }, { key: `create-${number}` })
      const { id } = created.body.doc
      const changed = await surely(
        'PATCH',
        `/orders/${id}`,
        { note: number },
        { key: `change-${number}`, ifMatch: '"1"' },
      )
      answered.push({ id, number, version: changed.body.doc.version })
    }
  }

  const clients = Array.from({ length: CLIENTS }, (_, i) => client(`c${i}`))
  for (let kill = 0; kill < KILLS; kill++) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * WHILE_MS))
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
    await start()
  }
  stopped = true
  await Promise.all(clients)

  const { body } = await call('GET', '/orders?pagination=false&depth=0')
  const numbers = body.docs.map(({ number }) => number)
  assert.equal(new Set(numbers).size, numbers.length)
  const stored = new Map(body.docs.map((doc) => [doc.id, doc]))
  for (const { id, number, version } of answered) {
    const doc = stored.get(id)
    assert.deepEqual([doc?.number, doc?.note, doc?.version, version], [number, number, 2, 2])
  }
  assert.equal(stored.size, answered.length)
  console.log(`${KILLS} kills, ${answered.length * 2} keyed writes answered, ${repeats} attempts repeated`)
})
