/** Compiles every project here with each TypeScript that is supported, and compares the lists of names; one line each. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { lists } from './lists.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const projects = ['direct', 'react', 'augmented', 'both', 'compat']
const compilers = ['typescript', 'typescript-5.7']

let passed = 0
let failed = 0

function report(name, why) {
  why ? failed++ : passed++
  console.log(`${why ? 'FAILED' : 'passed'}  ${name}`)
  if (why) console.log(why)
}

for (const compiler of compilers) {
  const home = path.join(here, 'node_modules', compiler)
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
  for (const project of projects) {
    const run = spawnSync(process.execPath, [path.join(home, 'bin/tsc'), '-p', project, '--pretty', 'false'], {
      cwd: here,
      encoding: 'utf8',
    })
    report(
      `types ${project}, TypeScript ${version}`,
      run.status === 0 ? '' : run.stdout + run.stderr || `ended with ${run.status}`,
    )
  }
}
for (const [name, faults] of lists()) report(name, faults.join('\n'))
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
