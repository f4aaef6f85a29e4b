/** conformance/run suites: query-core's and react-query's own tests, on Sanguine's module. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { OWN_MODULE, sideOf } from '../differential/sides.mjs'
import { fail } from '../say.mjs'
import { printTable, rowsOf, totalOf } from './report.mjs'
import { bundle } from './library.mjs'

const USE = 'Use: conformance/run suites --tests FOLDER [--suite core|react] [--module PATH|VERSION]'
const PACKAGES = { core: 'query-core', react: 'react-query' }
const here = path.dirname(fileURLToPath(import.meta.url))

function optionsOf(argv) {
  try {
    return parseArgs({
      args: argv,
      options: {
        tests: { type: 'string' },
        suite: { type: 'string' },
        module: { type: 'string', default: OWN_MODULE },
      },
    }).values
  } catch (error) {
    return fail(`${error.message.split('. ')[0]}.`, USE)
  }
}

function run(name, { tests, library, work }) {
  const report = path.join(work, `${name}.json`)
  const vitest = [
    path.join(here, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    path.join(here, 'vitest.config.mjs'),
    '--silent',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const env = { ...process.env, SUITE_TESTS: tests, SUITE_LIBRARY: library, SUITE_PACKAGE: name, SUITE_WORK: work }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, vitest, { cwd: here, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('close', () =>
      resolve(existsSync(report) ? { report: JSON.parse(readFileSync(report, 'utf8')) } : { output }),
    )
  })
}

const options = optionsOf(process.argv.slice(2))
if (!options.tests) fail('--tests is missing: the folder with the tests.', USE)
if (options.suite !== undefined && !PACKAGES[options.suite])
  fail(`--suite is core or react, not '${options.suite}'.`, USE)
const tests = path.resolve(options.tests)
const names = options.suite ? [PACKAGES[options.suite]] : Object.values(PACKAGES)
for (const name of names) {
  if (!existsSync(path.join(tests, 'packages', name, 'src/__tests__'))) {
    fail(
      `There is no packages/${name}/src/__tests__ in ${options.tests}.`,
      'Give a checkout of TanStack/query, at the release whose tests you want.',
    )
  }
}
const side = sideOf('--module', options.module)
if (side.problem) fail(side.problem, side.remedy)

const work = mkdtempSync(path.join(os.tmpdir(), 'sanguine-suites-'))
let passed = 0
let failed = 0
try {
  const library = bundle(side.file, work)
  for (const name of names) {
    const { version } = JSON.parse(readFileSync(path.join(tests, 'packages', name, 'package.json'), 'utf8'))
    const start = Date.now()
    const { report, output } = await run(name, { tests, library, work })
    console.log(`\n${name} ${version} on ${side.name} (${Math.round((Date.now() - start) / 1000)} s)`)
    if (!report) {
      console.log(output)
      failed++
      continue
    }
    const rows = rowsOf(report)
    printTable(rows)
    passed += totalOf(rows, 'passed')
    failed += totalOf(rows, 'failed')
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
