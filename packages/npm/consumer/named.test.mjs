/** Node finds the names of a CommonJS module without running it; one file of each kind can be loaded by path, too. */
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import vm from 'node:vm'

const require = createRequire(import.meta.url)

/** A Java file that stands in the entry's map. */
const SOURCE = { 'sanguine/widgets': 'shop/OrdersMarkup.java' }

test('CommonJS: names can be imported from an ES module', async () => {
  const { QueryClient } = await import(require.resolve('sanguine'))
  assert.equal(QueryClient, require('sanguine').QueryClient)
})

test('all names pass through an adapter, also where two modules give one function', async () => {
  const [adapter, sanguine, intents] = await Promise.all([import('./star.mjs'), import('sanguine'), import('sanguine/intents')])
  for (const name of ['QueryClient', 'byVersion', 'temporary']) assert.equal(adapter[name], sanguine[name], name)
  assert.equal(adapter.IntentsObserver, intents.IntentsObserver)
  assert.equal(intents.temporary, sanguine.temporary)
  assert.equal(intents.byVersion, sanguine.byVersion)
})

test('CommonJS: sanguine/intents gives the functions of sanguine', () => {
  assert.equal(require('sanguine/intents').temporary, require('sanguine').temporary)
  assert.equal(require('sanguine/intents').byVersion, require('sanguine').byVersion)
})

test('classic script: a global with the engine and the widgets', () => {
  const page = vm.createContext({ setTimeout, clearTimeout, setInterval, clearInterval, AbortController, console })
  vm.runInContext(readFileSync(require.resolve('sanguine/sanguine.js'), 'utf8'), page)
  assert.equal(vm.runInContext('typeof new sanguine.QueryClient().fetchQuery + typeof sanguine.renderOrders', page), 'functionfunction')
})

test('source maps hold the Java source', () => {
  for (const entry of ['sanguine', 'sanguine/widgets', 'sanguine/sanguine.js']) {
    for (const file of new Set([require.resolve(entry), require.resolve(entry).replace(/\.cjs$/, '.mjs')])) {
      assert.match(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1), /^\/\/# sourceMappingURL=[\w.-]+\.map$/)
      const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'))
      const at = map.sources.findIndex((source) => source.endsWith(SOURCE[entry] ?? 'query/QueryClient.java'))
      assert.notEqual(at, -1, `${file}.map names no Java file`)
      assert.match(map.sourcesContent[at], /^package dev\.sanguine\./)
    }
  }
})
