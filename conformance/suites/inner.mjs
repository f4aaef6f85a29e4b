/**
 * query-core's own tests import its inner files, as `../query`. Here each of those is what the public index of the
 * library under test gives; what only an inner file has is unreachable, and says so when it is called.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What an unreachable function throws; the runner counts such tests apart. */
export const UNREACHABLE = 'unreachable through the public index'

/** Copies of the library for tests that make a manager of their own, each the one of another copy. */
const COPIES = 16

const PREFIX = '\0inner:'

/** Roads to what has another name in the index, or hangs on something that is there. */
const ROADS = {
  FocusManager: 'library.focusManager.constructor',
  OnlineManager: 'library.onlineManager.constructor',
  TimeoutManager: 'library.timeoutManager.constructor',
  createNotifyManager: 'nextCopy',
  defaultTimeoutProvider:
    '{ setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (id) => clearTimeout(id), setInterval: (run, ms) => setInterval(run, ms), clearInterval: (id) => clearInterval(id) }',
  streamedQuery: 'library.experimental_streamedQuery',
  systemSetTimeoutZero: 'library.defaultScheduler',
  // Tests of queries build one by hand with it; those of utils test it itself, and that is not ours to write.
  hashQueryKeyByOptions: '(key, options) => (options?.queryKeyHashFn ?? library.hashKey)(key)',
}

const TESTED_ITSELF = { 'utils.test.tsx': ['hashQueryKeyByOptions'] }

/** The names that an inner file exports. */
function namesOf(file) {
  const text = readFileSync(file, 'utf8')
  return [
    ...new Set(
      [...text.matchAll(/^export (?:async )?(?:function\*?|const|let|(?:abstract )?class) (\w+)/gm)].map(
        ([, name]) => name,
      ),
    ),
  ]
}

export function innerFiles({ tests, library }) {
  const sources = path.join(tests, 'packages/query-core/src')
  const testFolder = path.join(sources, '__tests__')
  return {
    name: 'inner-files',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source.startsWith('virtual:library')) return source.replace('virtual:library', library)
      if (!importer?.startsWith(testFolder)) return undefined
      if (source === '..' || source === '../index') return library
      const inner = /^\.\.\/(\w+)$/.exec(source)?.[1]
      return inner && `${PREFIX}${inner}:${path.basename(importer)}`
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return undefined
      const [inner, test] = id.slice(PREFIX.length).split(':')
      const names = namesOf(path.join(sources, `${inner}.ts`))
      const closed = TESTED_ITSELF[test] ?? []
      const road = (name) =>
        name in ROADS && !closed.includes(name)
          ? ROADS[name]
          : `library[${JSON.stringify(name)}] ?? unreachable(${JSON.stringify(name)})`
      return [
        `import * as library from 'virtual:library'`,
        ...(names.includes('createNotifyManager') ? copies() : []),
        `const unreachable = (name) => function () { throw new Error(name + ' is ${UNREACHABLE}') }`,
        ...names.map((name) => `export const ${name} = ${road(name)}`),
      ].join('\n')
    },
  }
}

function copies() {
  const numbers = Array.from({ length: COPIES }, (_, number) => number)
  return [
    ...numbers.map((number) => `import { notifyManager as copy${number} } from 'virtual:library?copy=${number}'`),
    `const unused = [${numbers.map((number) => `copy${number}`).join(', ')}]`,
    'const nextCopy = () => unused.pop()',
  ]
}
