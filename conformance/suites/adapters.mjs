/**
 * conformance/run adapters: the own tests of every package of TanStack Query that stands on query-core, with the
 * dependencies and settings of their lock file, on Sanguine's module.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { OWN_MODULE, sideOf } from '../differential/sides.mjs'
import { fail } from '../say.mjs'
import { bundle } from './library.mjs'
import { failuresOf, rowsOf, totalOf } from './report.mjs'

const USE = 'Use: conformance/run adapters --tests FOLDER [--only PACKAGE,...] [--module PATH|VERSION] [--work FOLDER]'
const here = path.dirname(fileURLToPath(import.meta.url))

/** Packages that do not stand on query-core, or have no tests; query-core itself is for `suites`. */
const APART = new Set([
  'eslint-plugin-query',
  'query-codemods',
  'query-test-utils',
  'query-core',
  'react-query-next-experimental',
])

/** What of a checkout the tests need; its examples and documents stay where they are. */
const COPIED = [
  'packages',
  'integrations',
  'scripts',
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  '.npmrc',
  'tsconfig.json',
]

function optionsOf(argv) {
  const options = {
    tests: { type: 'string' },
    only: { type: 'string' },
    module: { type: 'string', default: OWN_MODULE },
    work: { type: 'string' },
  }
  try {
    return parseArgs({ args: argv, options }).values
  } catch (error) {
    return fail(`${error.message.split('. ')[0]}.`, USE)
  }
}

function run(command, cwd, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd,
      env: { ...process.env, CI: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** A copy of the checkout with what its lock file says, made once. */
async function install(tests, work) {
  const stamp = path.join(work, 'installed')
  const lock = createHash('sha256')
    .update(readFileSync(path.join(tests, 'pnpm-lock.yaml')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  for (const name of COPIED) {
    if (existsSync(path.join(tests, name)))
      cpSync(path.join(tests, name), path.join(work, name), {
        recursive: true,
        filter: (file) => path.basename(file) !== 'node_modules',
      })
  }
  // Their pnpm may want a newer Node; the one that is pinned here reads the same lock file.
  const { packageManager, engines, ...manifest } = JSON.parse(readFileSync(path.join(work, 'package.json'), 'utf8'))
  writeFileSync(path.join(work, 'package.json'), JSON.stringify(manifest, undefined, 2))
  console.log(`Installs what the lock file says, once, in ${work} (about 1 GB).`)
  const pnpm = path.join(here, 'node_modules/pnpm/bin/pnpm.cjs')
  const { code, output } = await run(
    [pnpm, 'install', '--frozen-lockfile', '--ignore-scripts', '--filter', './packages/*'],
    work,
  )
  if (code !== 0)
    fail(
      `pnpm could not install: ${output.trim().split('\n').slice(-3).join(' ')}`,
      'Is there a network, and 2 GB of disk?',
    )
  writeFileSync(stamp, lock)
}

/** Their settings, with the library in the place of query-core and without type checks and coverage. */
function configText(library, beside) {
  return `import { appendFileSync } from 'node:fs'
import { mergeConfig } from 'vitest/config'
import theirs from './vite.config.ts'

const underTest = {
  name: 'library-under-test',
  enforce: 'pre',
  // By its name, or by the path of its sources, as some tests have it.
  resolveId: (source) => (/^@tanstack\\/query-core$|\\/query-core\\/src$/.test(source) ? ${JSON.stringify(library)} : undefined),
  load: (id) => void (/query-core\\/(src|build)\\//.test(id) && appendFileSync(${JSON.stringify(beside)}, id + '\\n')),
}

// It comes first: some of their plugins look for packages as well.
export default mergeConfig({ ...theirs, plugins: [underTest, ...(theirs.plugins ?? [])] }, {
  test: { typecheck: { enabled: false }, coverage: { enabled: false }, maxWorkers: 2 },
})
`
}

async function runPackage(name, { work, library }) {
  const folder = path.join(work, 'packages', name)
  const report = path.join(work, `${name}.json`)
  const beside = path.join(work, `${name}.beside`)
  for (const file of [report, beside]) rmSync(file, { force: true })
  const config = path.join(folder, 'library.config.mjs')
  writeFileSync(config, configText(library, beside))
  const vitest = path.join(work, 'node_modules/vitest/vitest.mjs')
  const { output } = await run(
    [
      vitest,
      'run',
      '--config',
      config,
      '--silent',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...retries(folder),
    ],
    folder,
  )
  if (!existsSync(report)) return { output }
  return { rows: rowsOf(JSON.parse(readFileSync(report, 'utf8'))), beside: existsSync(beside) }
}

/** A package whose own script retries tests has them retried here as well. */
function retries(folder) {
  return (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).scripts?.['test:lib']?.match(/--retry=\d+/) ??
    []
  )
}

const options = optionsOf(process.argv.slice(2))
if (!options.tests) fail('--tests is missing: a checkout of TanStack/query.', USE)
const tests = path.resolve(options.tests)
if (!existsSync(path.join(tests, 'pnpm-lock.yaml'))) {
  fail(
    `There is no pnpm-lock.yaml in ${options.tests}.`,
    'Give a whole checkout of TanStack/query, at the release whose tests you want.',
  )
}
const side = sideOf('--module', options.module)
if (side.problem) fail(side.problem, side.remedy)
const known = readdirSync(path.join(tests, 'packages')).filter(
  (name) =>
    !APART.has(name) &&
    existsSync(path.join(tests, 'packages', name, 'vite.config.ts')) &&
    statSync(path.join(tests, 'packages', name)).isDirectory(),
)
const names = options.only ? options.only.split(',') : known
const unknown = names.find((name) => !known.includes(name))
if (unknown) fail(`There is no package '${unknown}' with tests.`, `There are: ${known.join(', ')}.`)

const work = path.resolve(
  options.work ??
    path.join(os.tmpdir(), `sanguine-adapters-${createHash('sha256').update(tests).digest('hex').slice(0, 8)}`),
)
await install(tests, work)
const library = bundle(side.file, path.join(work, 'library'))

console.log(`${'on'.padEnd(40)}${side.name}`)
let passed = 0
let failed = 0
for (const name of names) {
  const start = Date.now()
  const { rows, beside, output } = await runPackage(name, { work, library })
  const { version } = JSON.parse(readFileSync(path.join(work, 'packages', name, 'package.json'), 'utf8'))
  if (!rows) {
    failed++
    console.log(`${`${name} ${version}`.padEnd(50)}no report\n${output.split('\n').slice(-20).join('\n')}`)
    continue
  }
  passed += totalOf(rows, 'passed')
  failed += totalOf(rows, 'failed') + (beside ? 1 : 0)
  const counts = `${totalOf(rows, 'passed')} passed, ${totalOf(rows, 'failed')} failed, ${totalOf(rows, 'skipped')} skipped`
  console.log(`${`${name} ${version}`.padEnd(50)}${counts}   (${Math.round((Date.now() - start) / 1000)} s)`)
  if (beside) console.log('FAILED  query-core itself was loaded beside the library')
  failuresOf(rows).forEach((failure) => console.log(failure))
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
