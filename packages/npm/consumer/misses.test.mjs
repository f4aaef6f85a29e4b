/** In development a call that can do nothing says so on the console; in production nothing is said. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'

const PROGRAM = `
import { MutationObserver, QueryClient } from 'sanguine'
const said = []
console.error = console.warn = (...what) => said.push(what.join(' '))
const client = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } })
client.setQueryData(['events'], [{ _id: 1, title: 'Tea' }])
const send = (optimistic) => new MutationObserver(client, { mutationFn: async () => 1, optimistic }).mutate({ id: 7 }).catch(() => {})
await send((intent, fields) => intent.merge(['events'], fields))
await send(() => { throw new Error('a mistake') })
client.clear()
process.stdout.write(JSON.stringify(said))
`

function said(flags, NODE_ENV) {
  const { stdout } = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', PROGRAM], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV },
  })
  return JSON.parse(stdout)
}

test('both are told in the build for development, with a remedy', () => {
  const [miss, unsent] = said(['--conditions=development'], 'production')
  assert.equal(
    miss,
    'mutation #1: merge of {"id":7} finds nothing to change in ["events"]: no record there has the field id; ' +
      'name it with the option records: { id }',
  )
  assert.match(unsent, /^mutation #2 failed before it was sent, and has no onError that would say so Error: a mistake/)
})

test('and if the app is in development', () => {
  const [miss, unsent] = said([], 'development')
  assert.equal(
    miss,
    'mutation #1: merge of {"id":7} finds nothing to change in ["events"]: no record there has the field id',
  )
  assert.match(unsent, /^mutation #2 failed before it was sent Error: a mistake/)
})

test('nothing in production', () => assert.deepEqual(said([], 'production'), []))
