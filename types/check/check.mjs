/** Compiles every project here with each TypeScript that is supported; one line each. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const projects = ['direct', 'react', 'augmented', 'both', 'compat']
const compilers = ['typescript', 'typescript-5.7']

let failed = 0
for (const compiler of compilers) {
  const home = path.join(here, 'node_modules', compiler)
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
  for (const project of projects) {
    const run = spawnSync(process.execPath, [path.join(home, 'bin/tsc'), '-p', project, '--pretty', 'false'], {
      cwd: here,
      encoding: 'utf8',
    })
    const ok = run.status === 0
    failed += ok ? 0 : 1
    console.log(`${ok ? 'passed' : 'FAILED'}  types ${project}, TypeScript ${version}`)
    if (!ok) console.log(run.stdout + run.stderr)
  }
}
console.log(`${projects.length * compilers.length - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
