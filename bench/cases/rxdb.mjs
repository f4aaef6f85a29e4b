// RxDB settles a conflict with the server's document, by default, and says nothing of what it drops.
import { START, rest, show } from '../law/tools.mjs'
import { started } from './ours.mjs'

const packages = ['rxdb']
const text = { type: 'string', maxLength: 20 }

/** A collection that is replicated with a server which accepts a push only upon the document that it has. */
async function replicated() {
  const { createRxDatabase } = await import('rxdb/plugins/core')
  const { getRxStorageMemory } = await import('rxdb/plugins/storage-memory')
  const { replicateRxCollection } = await import('rxdb/plugins/replication')
  const database = await createRxDatabase({
    name: `case${Math.random()}`,
    storage: getRxStorageMemory(),
    multiInstance: false,
  })
  const schema = {
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: text, title: text, status: text },
    required: ['id'],
  }
  const { posts } = await database.addCollections({ posts: { schema } })
  const server = { document: { id: '1', ...START, _deleted: false }, refused: 0 }
  const said = []
  const same = (a, b) => a && a.title === b.title && a.status === b.status
  const replication = replicateRxCollection({
    collection: posts,
    replicationIdentifier: 'case',
    live: true,
    pull: {
      handler: async (checkpoint) => ({
        documents: checkpoint ? [] : [server.document],
        checkpoint: { at: 1 },
      }),
    },
    push: {
      handler: async ([row]) => {
        if (!same(row.assumedMasterState, server.document)) {
          server.refused++
          return [server.document]
        }
        server.document = row.newDocumentState
        return []
      },
    },
  })
  replication.error$.subscribe((error) => said.push(error.message))
  await replication.awaitInSync()
  const find = () => posts.findOne('1').exec()
  return {
    server,
    said,
    change: async (fields) => (await find()).incrementalPatch(fields),
    settled: () => replication.awaitInSync(),
    now: async () => show(await find()),
    end: () => database.close(),
  }
}

const conflict = (theirs, mine) => async (see) => {
  const client = await replicated()
  client.server.document = { ...client.server.document, ...theirs }
  await client.change(mine)
  see('changed here', await client.now())
  await rest(60)
  await client.settled()
  if (!client.server.refused) throw new Error('the server refused nothing')
  see('refused, and settled', await client.now())
  see('the server has', show(client.server.document))
  see('the person is told', client.said.join() || 'nothing')
  await client.end()
}

const oursConflict = (theirs, mine) => async (sanguine, see) => {
  const { client, observe, mutate, end } = started(sanguine, ['records', 'conflicts'])
  const server = { id: '1', ...START, updatedAt: 1 }
  let refused = 0
  await observe({
    queryKey: ['posts', '1'],
    queryFn: () => ({ ...server }),
    records: { of: 'post' },
    version: sanguine.byVersion('updatedAt'),
  })
  const listed = new sanguine.IntentsObserver(client)
  listed.subscribe(() => {})
  Object.assign(server, theirs, { updatedAt: 2 })
  mutate(
    {
      mutationFn: async (fields, { version }) => {
        await rest()
        if (version !== server.updatedAt) {
          refused++
          throw Object.assign(new Error('Precondition Failed'), { status: 412 })
        }
        return { ...Object.assign(server, fields, { updatedAt: version + 1 }) }
      },
      optimistic: (intent, fields) => intent.record('post', '1').merge(fields),
    },
    mine,
  )
  const now = () => show(client.getQueryData(['posts', '1']))
  see('changed here', now())
  await rest(60)
  if (!refused) throw new Error('the server refused nothing')
  see('refused, and settled', now())
  see('the server has', show(server))
  const open = listed.getCurrentResult().filter((intent) => intent.state === 'conflict')
  see('the person is told', open.map((one) => `mine ${one.mine.title}, theirs ${one.theirs.title}`).join() || 'nothing')
  end()
}

const schedule = (mine) =>
  `A record t0/s0. Another editor has set the title to A, which this page has not seen. A person sets ${mine}. The server refuses, as its record has changed.`

export const cases = [
  {
    title: 'Two editors, different fields',
    schedule: schedule('the status to B'),
    right: {
      'changed here': 't0/B',
      'refused, and settled': 'A/B',
      'the server has': 'A/B',
      'the person is told': 'nothing',
    },
    ours: oursConflict({ title: 'A' }, { status: 'B' }),
    rivals: [
      {
        library: 'RxDB',
        packages,
        run: conflict({ title: 'A' }, { status: 'B' }),
        note: 'The default conflict handler.',
      },
    ],
  },
  {
    title: 'Two editors, the same field',
    schedule: schedule('the title to B'),
    right: {
      'changed here': 'B/s0',
      'refused, and settled': 'A/s0',
      'the server has': 'A/s0',
      'the person is told': 'mine B, theirs A',
    },
    ours: oursConflict({ title: 'A' }, { title: 'B' }),
    rivals: [
      {
        library: 'RxDB',
        packages,
        run: conflict({ title: 'A' }, { title: 'B' }),
        note: 'The default conflict handler.',
      },
    ],
  },
]
