// What a page loads: bytes of the file that an app's own esbuild makes, and gzip -9 of it.
import { gzipSync } from 'node:zlib'
import { bundleCore } from './sides.mjs'

const PAGE =
  'QueryClient, QueryCache, MutationCache, QueryObserver, InfiniteQueryObserver, QueriesObserver, MutationObserver, hydrate, dehydrate, hashKey, notifyManager, focusManager, onlineManager, environmentManager, timeoutManager, skipToken'

const size = (bytes) => ({ min: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length })

export async function sizes(path) {
  const ofAll = size(await bundleCore(`export * from ${JSON.stringify(path)}`))
  const all = size(await bundleCore("export * from '@tanstack/query-core'"))
  const page = size(await bundleCore(`export {${PAGE}} from '@tanstack/query-core'`))
  const ofPage = size(await bundleCore(`export {${PAGE}} from ${JSON.stringify(path)}`))
  const rows = []
  for (const [name, ours, theirs, data] of [
    ['all exports', ofAll, all, 'both bundled by esbuild, production, minified'],
    ['client, observers, hydration', ofPage, page, 'the same, which leaves out what is not imported'],
  ]) {
    rows.push({ name: `${name}, minified`, data, unit: 'bytes', ours: ours.min, theirs: theirs.min })
    rows.push({ name: `${name}, gzip -9`, data: '', unit: 'bytes', ours: ours.gzip, theirs: theirs.gzip })
  }
  return rows
}
