/** npm itself, with the override that the guides print: offline, with packages that lie here. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** The packages, packed, beside the project. */
async function pack(at) {
  const packed = {}
  const packages = {
    sanguine: path.join(dist, 'npm'),
    '@tanstack/query-core': path.join(dist, 'npm-query-core'),
    '@tanstack/react-query': path.join(here, 'node_modules/@tanstack/react-query'),
  }
  for (const [name, from] of Object.entries(packages)) {
    const folder = path.join(at, 'packages', path.basename(name))
    cpSync(from, folder, { recursive: true, filter: (each) => !each.slice(from.length).includes('node_modules') })
    const { ok, out } = await run(at, 'npm', ['pack', folder, '--silent', '--ignore-scripts'])
    if (!ok) throw new Error(out)
    packed[name] = `file:./${out.trim().split('\n').at(-1)}`
  }
  return packed
}

/** Installs what the page prints for the project; what it has of a registry is taken from the files that lie here. */
async function installs(title, replaced) {
  const at = mkdtempSync(path.join(os.tmpdir(), 'sanguine-override-'))
  try {
    const packed = await pack(at)
    const manifest = JSON.parse(filesOf('setup.md', title)['package.json'])
    for (const [field, name] of replaced) manifest[field][name] = packed[name]
    writeFileSync(path.join(at, 'package.json'), JSON.stringify({ private: true, type: 'module', ...manifest }))
    writeFileSync(path.join(at, 'ask.js'), ASK)
    // React is not here, and not asked for.
    const flags = [
      '--offline',
      '--legacy-peer-deps',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--cache',
      path.join(at, 'cache'),
    ]
    const installed = await run(at, 'npm', ['install', ...flags])
    const asked = await run(at, process.execPath, ['ask.js'])
    const { name } = JSON.parse(readFileSync(path.join(at, 'node_modules/@tanstack/query-core/package.json'), 'utf8'))
    return [
      installed.ok && name === 'sanguine-query-core' && asked.out.trim() === 'one engine',
      installed.out + asked.out,
    ]
  } catch (error) {
    return [false, error.stack]
  } finally {
    rmSync(at, { recursive: true, force: true })
  }
}

const REACT_QUERY = ['dependencies', '@tanstack/react-query']

/** All results: [name, ok, what was printed]. */
export async function checkOverride() {
  const fromRegistry = [REACT_QUERY, ['dependencies', 'sanguine'], ['overrides', '@tanstack/query-core']]
  return [
    [
      'npm install with the override: one engine',
      ...(await installs('In package.json, once for every tool', fromRegistry)),
    ],
    ['npm install from a checkout: one engine', ...(await installs('From a checkout of this project', [REACT_QUERY]))],
  ]
}
