import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const packed = path.resolve(
  process.env.SANGUINE_DIST ?? fileURLToPath(new URL('../../../dist', import.meta.url)),
  'npm-payload',
)

const TRY = `
import { getPayload, handleEndpoints } from 'payload'
import config from './payload.config.mjs'
const payload = await getPayload({ config })
async function call(method, path, body, headers) {
  const init = { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) }
  const response = await handleEndpoints({ config, request: new Request('http://localhost/api' + path, init) })
  return [response.status, response.headers.get('ETag')]
}
const key = { 'Idempotency-Key': 'first' }
console.log('ANSWERS ' + JSON.stringify([
  await call('POST', '/orders', { number: '1' }, key),
  await call('POST', '/orders', { number: '1' }, key),
  await call('PATCH', '/orders/1', { status: 'paid' }, { 'If-Match': '"1"' }),
  await call('PATCH', '/orders/1', { status: 'sent' }, { 'If-Match': '"1"' }),
  (await payload.count({ collection: 'orders' })).totalDocs,
]))
process.exit()
`

test('the README alone makes an app from an empty folder', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sanguine-new-app-'))
  const readme = await readFile(path.join(packed, 'README.md'), 'utf8')
  const { devDependencies } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  const dependency = (name) => `${name}@${devDependencies[name]}`
  await run('npm', ['pack', packed, '--pack-destination', folder])
  await writeFile(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const wanted = [
    './sanguine-payload-' + JSON.parse(await readFile(path.join(packed, 'package.json'), 'utf8')).version + '.tgz',
    dependency('payload'),
    dependency('@payloadcms/db-sqlite'),
    dependency('graphql'),
  ]
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...wanted], { cwd: folder })
  await writeFile(path.join(folder, 'payload.config.mjs'), /```js\n([\s\S]*?)```/.exec(readme)[1])
  await writeFile(path.join(folder, 'try.mjs'), TRY)
  const env = { ...process.env, NODE_ENV: 'development', PAYLOAD_DISABLE_HMR: 'true', DISABLE_PAYLOAD_HMR: 'true' }
  const { stdout } = await run('node', ['try.mjs'], { cwd: folder, env })
  const answers = JSON.parse(/^ANSWERS (.*)$/m.exec(stdout)[1])
  assert.deepEqual(answers, [[201, '"1"'], [201, '"1"'], [200, '"2"'], [412, '"2"'], 1])
  await rm(folder, { recursive: true, force: true })
})
