/** Node finds the names of a CommonJS module without running it; one file of each kind can be loaded by path, too. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'

const require = createRequire(import.meta.url)

/** A Java file that stands in the entry's map. */
const SOURCE = { 'sanguine/intents': 'log/EventLog.java' }

test('CommonJS: names can be imported from an ES module', async () => {
  const { QueryClient } = await import(require.resolve('sanguine'))
  assert.equal(QueryClient, require('sanguine').QueryClient)
})

test('all names pass through an adapter, also if two modules give one function', async () => {
  const [adapter, sanguine, intents] = await Promise.all([
    import('./star.mjs'),
    import('sanguine'),
    import('sanguine/intents'),
  ])
  for (const name of ['QueryClient', 'byVersion', 'temporary']) assert.equal(adapter[name], sanguine[name], name)
  assert.equal(adapter.IntentsObserver, intents.IntentsObserver)
  assert.equal(intents.temporary, sanguine.temporary)
  assert.equal(intents.byVersion, sanguine.byVersion)
})

test('CommonJS: sanguine/intents gives the functions of sanguine', () => {
  assert.equal(require('sanguine/intents').temporary, require('sanguine').temporary)
  assert.equal(require('sanguine/intents').byVersion, require('sanguine').byVersion)
})

test('classic script: a global with the engine and what shows it', () => {
  const page = vm.createContext({ setTimeout, clearTimeout, setInterval, clearInterval, AbortController, console })
  vm.runInContext(readFileSync(require.resolve('sanguine/sanguine.js'), 'utf8'), page)
  assert.equal(
    vm.runInContext('typeof new sanguine.QueryClient().fetchQuery + typeof sanguine.IntentsObserver', page),
    'functionfunction',
  )
})

test('exports have public names only, and what they name is called so', async () => {
  for (const entry of ['sanguine', 'sanguine/intents']) {
    const module = await import(entry)
    for (const [name, value] of Object.entries(module)) {
      assert.match(name, /^[A-Za-z]{4,}(_\w+)?$/, `${entry} exports ${name}`)
      if (/^[A-Z]/.test(name)) assert.equal(value.name, name)
    }
    assert.deepEqual(
      Object.keys(require(entry)).sort(),
      Object.keys(module)
        .filter((name) => name !== 'default' && name !== 'module.exports')
        .sort(),
    )
  }
})

test('a trace names the class', () => {
  const { CancelledError, QueryClient } = require('sanguine')
  assert.equal(new CancelledError().constructor.name, 'CancelledError')
  assert.match(require('node:util').inspect(new QueryClient()), /^QueryClient /)
})

test('source maps lead to the Java source', () => {
  for (const entry of ['sanguine', 'sanguine/intents', 'sanguine/sanguine.js']) {
    const file = require.resolve(entry).replace(/sanguine([\w.-]*\.cjs)$/, 'internal$1')
    for (const each of new Set([file, file.replace(/\.cjs$/, '.mjs')])) {
      assert.match(readFileSync(each, 'utf8').trimEnd().split('\n').at(-1), /^\/\/# sourceMappingURL=[\w.-]+\.map$/)
      const map = JSON.parse(readFileSync(`${each}.map`, 'utf8'))
      assert.ok(
        map.sources.some((source) => source.endsWith(SOURCE[entry] ?? 'query/QueryClient.java')),
        `${each}.map names no Java file`,
      )
      for (const source of map.sources) {
        assert.match(
          readFileSync(new URL(source, pathToFileURL(each)), 'utf8'),
          /^(package dev\.sanguine\.|\/\*\*|goog\.module)/,
        )
      }
    }
  }
})

test('an error of the engine is traced to its line of Java', async () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--enable-source-maps',
      '-e',
      `
    const { QueryClient } = require('sanguine')
    new QueryClient().fetchQuery({ queryKey: ['x'], queryFn: () => { throw new Error('mapped') } })`,
    ],
    { encoding: 'utf8' },
  )
  assert.notEqual(status, 0)
  assert.match(stderr, /query\/fetching\/FetchRun\.java:\d+:\d+/)
})
