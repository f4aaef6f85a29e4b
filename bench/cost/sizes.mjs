// What a page loads: bytes of the minified file, and gzip -9 of it.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { bundleCore, lawPath } from './sides.mjs'

const PAGE = 'QueryClient, QueryCache, MutationCache, QueryObserver, InfiniteQueryObserver, QueriesObserver, MutationObserver, hydrate, dehydrate, hashKey, notifyManager, focusManager, onlineManager, environmentManager, timeoutManager, skipToken'

const size = (bytes) => ({ min: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length })

const withoutMap = (bytes) => Buffer.from(bytes.toString().replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))

export async function sizes(path) {
  const own = size(withoutMap(readFileSync(path)))
  const all = size(await bundleCore("export * from '@tanstack/query-core'"))
  const page = size(await bundleCore(`export {${PAGE}} from '@tanstack/query-core'`))
  const pageOfOurs = `export {${PAGE}} from ${JSON.stringify(path)}`
  const ofPage = size(await bundleCore(pageOfOurs))
  const law = lawPath(path)
  const withLaw = law ? size(await bundleCore(`${pageOfOurs}; import ${JSON.stringify(law)}`)) : ofPage
  const rows = []
  for (const [name, ours, theirs, data] of [
    ['all exports', own, all, 'ours: the module as built; theirs: bundled by esbuild, production, minified'],
    ['client, observers, hydration', ofPage, page, 'both bundled by esbuild, which leaves out what is not imported'],
    ['the same, ours with optimistic', withLaw, page, 'ours with the module that holds the law, in one file'],
  ]) {
    rows.push({ name: `${name}, minified`, data, unit: 'bytes', ours: ours.min, theirs: theirs.min })
    rows.push({ name: `${name}, gzip -9`, data: '', unit: 'bytes', ours: ours.gzip, theirs: theirs.gzip })
  }
  return rows
}
