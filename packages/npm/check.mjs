/** Checks dist/npm as those see it who install it; one line each, then the totals. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { declaredExports } from './declared.mjs'
import { installRecipes } from './recipes/install.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const dist = path.resolve(process.env.SANGUINE_DIST || path.join(here, '../../dist'), 'npm')
const bin = (name) => path.join(here, 'node_modules/.bin', name)

if (!existsSync(path.join(dist, 'package.json'))) {
  console.error(`ERROR: There is no package in ${path.relative(process.cwd(), dist)}; run packages/npm/make first.`)
  process.exit(1)
}

/** Each in a process of its own. */
const TESTS = readdirSync(path.join(here, 'consumer')).filter((name) => /\.test\.[cm]js$/.test(name))

const work = mkdtempSync(path.join(os.tmpdir(), 'sanguine-npm-'))

let passed = 0
let failed = 0

function report(name, ok, why = '') {
  ok ? passed++ : failed++
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name}`)
  if (!ok && why) console.log(why.trimEnd())
}

function run(cwd, command, ...parameters) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    cwd,
    encoding: 'utf8',
    env: environment(),
  })
  return { ok: status === 0, out: `${stdout ?? ''}${stderr ?? ''}${error ?? ''}` }
}

/** The bytes of all files below a folder. */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath ?? entry.path, entry.name)).size, 0)
}

/** Without what the outer test runner or npm set. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_)/.test(name))
  return { ...Object.fromEntries(kept), npm_config_audit: 'false', npm_config_fund: 'false' }
}

try {
  for (const pkgDir of [dist, `${dist}-query-core`]) {
    const manifest = JSON.parse(readFileSync(path.join(pkgDir, 'package.json'), 'utf8'))
    const { messages } = await publint({ pkgDir, strict: true })
    report(
      `publint, strict: ${manifest.name}`,
      messages.length === 0,
      messages.map((m) => formatMessage(m, manifest)).join('\n'),
    )
  }

  for (const [name, why] of await declaredExports(dist)) report(name, !why, why)

  const pack = run(work, 'npm', 'pack', dist, '--pack-destination', work)
  const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))
  report('npm pack', pack.ok && tarball !== undefined, pack.out)

  const unpacked = sizeOf(dist)
  report(`at most 4.2 MB unpacked: ${(unpacked / 1e6).toFixed(2)} MB`, unpacked <= 4.2e6)

  const wrong = run(here, bin('attw'), path.join(work, tarball), '--exclude-entrypoints', 'sanguine.js', '--no-emoji')
  report('are the types wrong', wrong.ok, wrong.out)

  const consumer = path.join(work, 'consumer')
  cpSync(path.join(here, 'consumer'), consumer, { recursive: true })
  const install = run(
    consumer,
    'npm',
    'install',
    '--offline',
    '--omit=peer',
    '--ignore-scripts',
    path.join(work, tarball),
  )
  report('npm install of the tarball', install.ok, install.out)

  for (const [how, ...flags] of [['production'], ['development', '--conditions=development']]) {
    const tests = run(consumer, process.execPath, ...flags, '--test', '--test-reporter=tap', ...TESTS)
    const names = [...tests.out.matchAll(/^\s*(not ok|ok) \d+ - (.*)$/gm)].filter(
      ([, , name]) => !/\.test\.[cm]js$/.test(name),
    )
    for (const [, result, name] of names) report(`${how}, ${name}`, result === 'ok', tests.out)
    if (names.length === 0 || (!tests.ok && names.every(([, result]) => result === 'ok')))
      report(`${how} in Node`, false, tests.out)
  }

  // The augmentation's import is found from the consumer.
  cpSync(
    path.join(here, 'node_modules/@tanstack/query-core'),
    path.join(consumer, 'node_modules/@tanstack/query-core'),
    { recursive: true },
  )
  for (const module of ['node16', 'nodenext', 'esnext']) {
    const resolution = module === 'esnext' ? 'bundler' : module
    const files = module === 'esnext' ? ['types.mts'] : ['types.mts', 'types.cts']
    const tsc = run(
      consumer,
      bin('tsc'),
      '--strict',
      '--noEmit',
      '--target',
      'es2022',
      '--lib',
      'es2023,dom',
      '--module',
      module,
      '--moduleResolution',
      resolution,
      ...files,
    )
    report(`types found by ${resolution}`, tsc.ok, tsc.out)
  }

  installRecipes()
  const { remove } = await import('./recipes/projects.mjs')
  try {
    const { checkOverride } = await import('./recipes/override.mjs')
    const { checkHooks } = await import('./recipes/hooks.mjs')
    const { checkTypes } = await import('./recipes/types.mjs')
    const { checkSetup } = await import('./recipes/setup.mjs')
    const { checkFirstPages } = await import('./recipes/first.mjs')
    for (const check of [checkOverride, checkTypes, checkHooks, checkSetup, checkFirstPages]) {
      for (const result of await check()) report(...result)
    }
  } finally {
    remove()
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
