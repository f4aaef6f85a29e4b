/** Where TanStack's tests find what they import. Nothing is written into their folder, and nothing is installed there. */
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(import.meta.url)
const installed = createRequire(here)

/** `@tanstack/query-core` is the library; other packages of theirs are their sources. */
export function theirPackages({ tests, library }) {
  return {
    name: 'their-packages',
    enforce: 'pre',
    resolveId(source) {
      if (source === '@tanstack/query-core') return library
      const name = /^@tanstack\/([\w-]+)$/.exec(source)?.[1]
      if (!name) return undefined
      const index = ['index.ts', 'index.tsx']
        .map((file) => path.join(tests, 'packages', name, 'src', file))
        .find(existsSync)
      return index ?? this.error(`There is no packages/${name} beside the tests, and ${source} is wanted.`)
    },
  }
}

/** What stands in their folder finds packages of others here, where they are pinned. */
export function ourPackages({ tests }) {
  return {
    name: 'our-packages',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.startsWith(tests) || /^[./\0]|^virtual:|^node:/.test(source) || source.startsWith('@tanstack/'))
        return undefined
      return this.resolve(source, here, { skipSelf: true })
    },
  }
}

export function isInstalled(name) {
  try {
    installed.resolve(name)
    return true
  } catch {
    return false
  }
}
