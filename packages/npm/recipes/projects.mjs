/** Projects that have installed the packed package, below this folder, so that they find what is installed here. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const here = path.dirname(fileURLToPath(import.meta.url))
const dist = path.resolve(process.env.SANGUINE_DIST || path.join(here, '../../../dist'))
const all = mkdtempSync(path.join(existsSync(path.join(here, 'node_modules')) ? here : '/tmp', '.work-'))

/** Copied beside what they stand on, as npm would put them. */
const ADAPTERS = [
  'react-query',
  'vue-query',
  'solid-query',
  'svelte-query',
  'angular-query-experimental',
  'query-persist-client-core',
  'react-query-persist-client',
  'query-async-storage-persister',
]

const write = (folder, files) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

/**
 * @param overrides as if package.json had the override: then npm puts sanguine-query-core in the place of query-core
 * @param home where the project's tools are installed
 */
export function project(name, files, { overrides = false, home } = {}) {
  const folder = home ? path.join(home, `.recipe-${name}`) : path.join(all, name)
  rmSync(folder, { recursive: true, force: true })
  const modules = path.join(folder, 'node_modules')
  cpSync(path.join(dist, 'npm'), path.join(modules, 'sanguine'), { recursive: true })
  const queryCore = overrides
    ? path.join(dist, 'npm-query-core')
    : path.join(here, '../node_modules/@tanstack/query-core')
  cpSync(queryCore, path.join(modules, '@tanstack/query-core'), { recursive: true })
  for (const adapter of ADAPTERS) {
    const from = path.join(here, 'node_modules/@tanstack', adapter)
    const isInner = (file) => file.slice(from.length).includes('node_modules/@tanstack')
    cpSync(from, path.join(modules, '@tanstack', adapter), { recursive: true, filter: (file) => !isInner(file) })
  }
  write(folder, { 'package.json': '{ "type": "module", "private": true }\n', ...files })
  return folder
}

export const remove = () => rmSync(all, { recursive: true, force: true })

/** The end of a command: whether it ended well, and what it printed. */
export function run(cwd, command, args, env = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_)/.test(name))
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...Object.fromEntries(kept), ...env }, timeout: 120_000 })
    let out = ''
    child.stdout.on('data', (data) => (out += data))
    child.stderr.on('data', (data) => (out += data))
    child.on('error', (error) => resolve({ ok: false, out: String(error) }))
    child.on('close', (code) => resolve({ ok: code === 0, out }))
  })
}

export const bin = (name) => path.join(here, 'node_modules/.bin', name)
