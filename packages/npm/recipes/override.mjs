/** npm itself, with the override that the guides print: offline, with packages that lie here. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { filesOf } from './pages.mjs'
import { here, run } from './projects.mjs'

const dist = path.resolve(process.env.SANGUINE_DIST || path.join(here, '../../../dist'))

/** What resolves, and whether it is one engine, for both formats. */
const ASK = `
import { createRequire } from 'node:module'
import { QueryClient } from '@tanstack/query-core'
import * as sanguine from 'sanguine'
const require = createRequire(import.meta.url)
const isOne = QueryClient === sanguine.QueryClient && require('@tanstack/query-core').QueryClient === require('sanguine').QueryClient
console.log(isOne ? 'one engine' : 'two engines')
`

/** All results: [name, ok, what was printed]. */
export async function checkOverride() {
  const { overrides, dependencies } = JSON.parse(filesOf('setup.md', 'In package.json, once for every tool')['package.json'])
  const at = mkdtempSync(path.join(os.tmpdir(), 'sanguine-override-'))
  try {
    const packages = {
      sanguine: path.join(dist, 'npm'),
      '@tanstack/query-core': path.join(dist, 'npm-query-core'),
      '@tanstack/react-query': path.join(here, 'node_modules/@tanstack/react-query'),
    }
    const file = {}
    for (const [name, from] of Object.entries(packages)) {
      const folder = path.join(at, 'packages', path.basename(name))
      mkdirSync(path.dirname(folder), { recursive: true })
      cpSync(from, folder, { recursive: true, filter: (each) => !each.slice(from.length).includes('node_modules') })
      const packed = await run(at, 'npm', ['pack', folder, '--silent', '--ignore-scripts'])
      if (!packed.ok) return [['npm pack', false, packed.out]]
      file[name] = `file:${path.join(at, packed.out.trim().split('\n').at(-1))}`
    }
    const isPrinted = overrides['@tanstack/query-core'].startsWith('npm:sanguine-query-core@') && Object.keys(dependencies).every((name) => file[name])
    writeFileSync(
      path.join(at, 'package.json'),
      JSON.stringify({
        private: true,
        type: 'module',
        dependencies: Object.fromEntries(Object.keys(dependencies).map((name) => [name, file[name]])),
        overrides: { '@tanstack/query-core': file['@tanstack/query-core'] },
      }),
    )
    writeFileSync(path.join(at, 'ask.js'), ASK)
    // React is not here, and not asked for.
    const flags = ['--offline', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--cache', path.join(at, 'cache')]
    const installed = await run(at, 'npm', ['install', ...flags])
    const asked = await run(at, process.execPath, ['ask.js'])
    const name = JSON.parse(readFileSync(path.join(at, 'node_modules/@tanstack/query-core/package.json'), 'utf8')).name
    const ok = isPrinted && installed.ok && name === 'sanguine-query-core' && asked.out.trim() === 'one engine'
    return [['npm install with the override: one engine in the place of query-core', ok, installed.out + asked.out]]
  } finally {
    rmSync(at, { recursive: true, force: true })
  }
}
