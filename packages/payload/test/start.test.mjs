import assert from 'node:assert/strict'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'

import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, getPayload } from 'payload'

import { sanguine } from '../dist/index.js'
import { databaseOf } from './app/config.mjs'
import { end, newDatabase, startApp } from './support.mjs'

const posts = { slug: 'posts', fields: [{ name: 'title', type: 'text' }] }

const configOf = (db, options = { collections: ['posts'] }, collections = [posts]) =>
  buildConfig({
    secret: 'for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
    db,
    collections,
    plugins: [sanguine(options)],
  })

const folder = await mkdtemp(path.join(tmpdir(), 'sanguine-start-'))
const database = (more) => databaseOf(newDatabase(folder), more)

test('MongoDB is refused at the start, with the adapters that will do', async () => {
  await assert.rejects(
    async () => configOf({ name: 'mongoose', init: () => ({}) }),
    /“mongoose” is not supported.*db-postgres or @payloadcms\/db-sqlite/,
  )
})

test('a database without transactions is refused at the start, with the remedy', async () => {
  const config = await configOf(database({ transactionOptions: false }))
  await assert.rejects(getPayload({ config, key: 'off' }), /transactions are off. Switch them on: \w+Adapter/)
})

test('transactions are off by default on SQLite, and that is refused too', async () => {
  const config = await configOf(sqliteAdapter({ client: { url: `file:${folder}/off.db` } }))
  await assert.rejects(getPayload({ config, key: 'default' }), /transactionOptions: \{\}/)
})

for (const [what, options, collections, message] of [
  ['no collections', {}, [posts], /name the collections/],
  ['an unknown collection', { collections: ['post'] }, [posts], /no collection “post”/],
  ['an unknown option', { collections: ['posts'], requires: true }, [posts], /no option “requires”/],
  ['a time that is none', { collections: ['posts'], keepKeysFor: 0 }, [posts], /keepKeysFor/],
  ['a feed that is none', { collections: ['posts'], feed: true }, [posts], /feed must be false, or an object/],
  ['an unknown option of the feed', { collections: ['posts'], feed: { keep: 1 } }, [posts], /no option “keep”/],
  ['a heartbeat of nothing', { collections: ['posts'], feed: { heartbeat: 0 } }, [posts], /feed.heartbeat must be/],
  ['half a connection', { collections: ['posts'], feed: { connectionsPerUser: 0.5 } }, [posts], /a whole number/],
  [
    'an address of the feed that is none',
    { collections: ['posts'], feed: { path: 'x' } },
    [posts],
    /feed.path must be/,
  ],
  [
    'the address of a collection',
    { collections: ['posts'], feed: { path: '/posts' } },
    [posts],
    /is one of a collection/,
  ],
  ['a text as version', { collections: ['posts'], versionField: 'title' }, [posts], /must be a plain number field/],
]) {
  test(`${what} is an error at the start`, async () => {
    await assert.rejects(async () => configOf(database(), options, collections), message)
  })
}

test("the collection's own version field is kept, and nobody writes it", async () => {
  const own = { name: 'revision', type: 'number', required: true, label: 'Revision' }
  const config = await configOf(database(), { collections: ['posts'], versionField: 'revision' }, [
    { ...posts, fields: [...posts.fields, own] },
  ])
  const payload = await getPayload({ config, key: 'own' })
  const made = await payload.create({ collection: 'posts', data: { title: 'a', revision: 8 } })
  const changed = await payload.update({ collection: 'posts', id: made.id, data: { title: 'b', revision: 8 } })
  assert.deepEqual([made.revision, changed.revision, changed.version], [1, 2, undefined])
  await end(payload)
})

test('with require, a write of a user needs a precondition, and trusted code does not', async () => {
  const app = await startApp({ options: { require: true } })
  after(() => app.stop())
  const { id } = await app.newOrder()
  const statuses = [
    await app.call('PATCH', `/orders/${id}`, { status: 'paid' }),
    await app.call('DELETE', `/orders/${id}`),
    await app.call('PATCH', `/orders?where[id][equals]=${id}`, { status: 'paid' }),
    await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { ifMatch: '"1"' }),
  ].map(({ status }) => status)
  assert.deepEqual(statuses, [428, 428, 428, 200])
  const trusted = await app.payload.update({ collection: 'orders', id, data: { status: 'sent' } })
  assert.equal(trusted.version, 3)
})
