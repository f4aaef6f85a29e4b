/** Runs each recipe of docs/setup.md, and the same project without it. */
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { spawn } from 'node:child_process'
import { filesOf, sectionsOf } from './pages.mjs'
import { bin, here, project, run } from './projects.mjs'

const PAGE = 'setup.md'

/** A mutation of react-query's, whose change must show at once. */
const PROBE = `
import 'sanguine/react-query'
import { MutationObserver, QueryClient } from '@tanstack/react-query'
export function probe() {
  const client = new QueryClient()
  client.setQueryData(['n'], 1)
  const save = new MutationObserver(client, {
    mutationFn: () => new Promise(() => {}),
    optimistic: (intent) => intent.set(['n'], 2),
  })
  save.mutate().catch(() => {})
  return client.getQueryData(['n'])
}
`
const MAIN = `import { probe } from './probe.js'\nconsole.log('shown: ' + probe())\n`

const TEST = `import { expect, test } from 'vitest'
import { probe } from './probe.js'
test('a change shows at once', () => expect(probe()).toBe(2))
`

const JEST = `
require('sanguine/react-query')
const { MutationObserver, QueryClient } = require('@tanstack/react-query')
test('a change shows at once', () => {
  const client = new QueryClient()
  client.setQueryData(['n'], 1)
  new MutationObserver(client, { mutationFn: () => new Promise(() => {}), optimistic: (intent) => intent.set(['n'], 2) }).mutate().catch(() => {})
  expect(client.getQueryData(['n'])).toBe(2)
  client.clear()
})
`

/** Builds by a script of the tool's own, and runs what was built. */
const VITE = `
import { build } from 'vite'
await build({
  logLevel: 'error',
  mode: process.env.NODE_ENV,
  build: { minify: false, lib: { entry: 'main.js', formats: ['es'], fileName: 'main' }, outDir: 'out' },
  define: { 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV) },
})
await import('./out/main.js')
`
const WEBPACK = `
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
const webpack = createRequire(import.meta.url)('webpack')
const { default: config } = existsSync('webpack.config.js') ? await import('./webpack.config.js') : { default: {} }
const stats = await new Promise((done, refuse) => webpack({
  ...config, mode: process.env.NODE_ENV, entry: './main.js', target: 'node', devtool: false,
  output: { path: path.resolve('out'), filename: 'main.cjs' },
}, (error, result) => (error ? refuse(error) : done(result))))
if (stats.hasErrors()) throw new Error(stats.toString())
await import('./out/main.cjs')
`

/** What only Sanguine says, and only if a change is written down. */
const OURS = / is no target/

const NEXT = {
  // Its own, so that Next does not take the shop's, whose folder it stands in.
  'jsconfig.json': '{}',
  'app/layout.jsx': 'export default ({ children }) => <html><body>{children}</body></html>\n',
  'app/page.jsx': `'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useIntents } from 'sanguine/react'
import { probe } from '../probe.js'
const client = new QueryClient()
const Count = () => <p>{'shown: ' + probe() + ', under way: ' + useIntents().length}</p>
export default () => <QueryClientProvider client={client}><Count /></QueryClientProvider>
`,
  'probe.js': PROBE,
}

/** Storybook asks for nothing that it could have from the network. */
const STORYBOOK = {
  'src/probe.stories.jsx': `import { probe } from '../probe.js'
export default { component: () => <p>{'shown: ' + probe()}</p> }
export const Shown = {}
`,
  'probe.js': PROBE,
}

const SOURCES = { 'probe.js': PROBE, 'main.js': MAIN }

const TOOLS = {
  Node: { files: { ...SOURCES }, run: (folder, env) => run(folder, process.execPath, ['main.js'], env) },
  Vite: {
    files: { ...SOURCES, 'build.js': VITE },
    run: (folder, env) => run(folder, process.execPath, ['build.js'], env),
  },
  webpack: {
    files: { ...SOURCES, 'build.js': WEBPACK },
    run: (folder, env) => run(folder, process.execPath, ['build.js'], env),
  },
  Vitest: {
    files: { ...SOURCES, 'probe.test.js': TEST },
    run: (folder) => run(folder, bin('vitest'), ['run', '--environment', 'jsdom']),
  },
  Jest: {
    files: { 'probe.test.cjs': JEST, 'jest.config.js': 'export default {}\n' },
    run: (folder) => run(folder, bin('jest'), []),
  },
}

const shows = ({ ok, out }) => ok && (/shown: 2/.test(out) || /1 passed/.test(out))

const NOTICED = /runs on @tanstack\/query-core, which ignores it/

async function checkTool(tool) {
  const { files, run: start } = TOOLS[tool]
  const development = { NODE_ENV: 'development' }
  const overridden = await start(project(`${tool}-overridden`, files, { overrides: true }), development)
  const forgotten = await start(project(`${tool}-forgotten`, files), development)
  const isNoticed = !forgotten.ok && NOTICED.test(forgotten.out)
  const results = [
    [`${tool}: an override in package.json is enough`, shows(overridden), overridden.out],
    [`${tool}: without an alias the first optimistic mutation says so`, isNoticed, forgotten.out],
  ]
  if (tool !== 'Node') {
    const aliased = await start(project(`${tool}-aliased`, { ...files, ...filesOf(PAGE, tool) }), development)
    results.push([`${tool}: the recipe of the page`, shows(aliased), aliased.out])
  }
  return results
}

/** What is not imported by its name is not found by its alias. */
async function checkVitesPlugin() {
  const direct = `import { QueryClient } from './node_modules/@tanstack/query-core/build/modern/index.js'\nconsole.log(new QueryClient())\n`
  const files = { ...TOOLS.Vite.files, ...filesOf(PAGE, 'Vite'), 'main.js': direct }
  const { ok, out } = await TOOLS.Vite.run(project('Vite-beside', files), { NODE_ENV: 'production' })
  return [
    [
      'Vite: a build that has query-core beside Sanguine fails',
      !ok && /contains @tanstack\/query-core beside Sanguine/.test(out),
      out,
    ],
  ]
}

/** All results: [name, ok, what was printed]. Two at a time. */
export async function checkSetup() {
  const checks = [
    checkNexts,
    checkStorybook,
    checkVitesPlugin,
    ...Object.keys(TOOLS).map((tool) => () => checkTool(tool)),
  ]
  const results = []
  const work = async () => {
    for (let check = checks.shift(); check; check = checks.shift()) results.push(...(await check()))
  }
  await Promise.all([work(), work()])
  return results
}

const textOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), 'utf8'))
    .join('\n')

/** On the server what the page was rendered with, in the browser what was loaded. */
async function checkNext() {
  const home = path.resolve(process.env.SANGUINE_WEB || path.join(here, '../../../web'))
  const folder = project('next', { ...NEXT, ...filesOf(PAGE, 'Next') }, { home })
  try {
    const built = await run(folder, path.join(home, 'node_modules/.bin/next'), ['build'], {
      NEXT_TELEMETRY_DISABLED: '1',
    })
    const page = built.ok ? readFileSync(path.join(folder, '.next/server/app/index.html'), 'utf8') : ''
    const isLoaded = built.ok && OURS.test(textOf(path.join(folder, '.next/static')))
    return [['Next: the recipe of the page', /shown: 2, under way: 0/.test(page) && isLoaded, built.out + page]]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the server sends for the page of the guide. */
async function checkNextsPage() {
  const home = path.resolve(process.env.SANGUINE_WEB || path.join(here, '../../../web'))
  const files = Object.assign({}, ...sectionsOf('next.md').map(({ title }) => filesOf('next.md', title)))
  const folder = project('next-page', files, { home, overrides: true })
  const next = path.join(home, 'node_modules/next/dist/bin/next')
  try {
    const built = await run(folder, process.execPath, [next, 'build'], { NEXT_TELEMETRY_DISABLED: '1' })
    const page = built.ok ? await served(folder, next) : ''
    const isOurs = built.ok && OURS.test(textOf(path.join(folder, '.next/static')))
    return [['Next: the page of the guide, as printed', page.includes('<b>Tea</b>') && isOurs, built.out + page]]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The answer of `next start`. */
async function served(folder, next) {
  const server = spawn(process.execPath, [next, 'start', '-p', '0', '-H', '127.0.0.1'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const address = await new Promise((done, refuse) => {
      let out = ''
      server.stdout.on('data', (data) => {
        const found = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec((out += data))
        if (found && /Ready/.test(out)) done(found[0])
      })
      server.on('close', () => refuse(new Error(out)))
      setTimeout(() => refuse(new Error(`next start: ${out}`)), 20_000).unref()
    })
    return await (await fetch(address)).text()
  } catch (error) {
    return error.stack
  } finally {
    server.kill()
  }
}

/** One after the other: two builds of Next are too much at once. */
const checkNexts = async () => [...(await checkNext()), ...(await checkNextsPage())]

async function checkStorybook() {
  const folder = project('storybook', { ...STORYBOOK, ...filesOf(PAGE, 'Storybook') })
  const built = await run(
    folder,
    bin('storybook'),
    ['build', '--quiet', '--disable-telemetry', '--output-dir', 'out'],
    { CI: '1' },
  )
  return [['Storybook: the recipe of the page', built.ok && OURS.test(textOf(path.join(folder, 'out'))), built.out]]
}
