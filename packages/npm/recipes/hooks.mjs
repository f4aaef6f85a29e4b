/** Runs react/ in a project that has the packed package, in both builds. */
import { cpSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { transformAsync } from '@babel/core'
import { transform } from 'esbuild'
import { here, project, run } from './projects.mjs'

const folder = path.join(here, 'react')

async function compiled(file) {
  const { code } = await transformAsync(readFileSync(path.join(folder, file), 'utf8'), {
    filename: path.join(folder, file),
    cwd: here,
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: ['jsx'] },
    plugins: [['babel-plugin-react-compiler', { panicThreshold: 'all_errors' }]],
  })
  return (await transform(code, { loader: 'jsx', jsx: 'automatic' })).code
}

/** All results: [name, ok, what was printed]. */
export async function checkHooks() {
  const files = { 'compiled.mjs': await compiled('compiled.jsx') }
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.mjs')) files[file] = readFileSync(path.join(folder, file), 'utf8')
  }
  const at = project('hooks', files, { overrides: true })
  const core = path.join(here, '../node_modules/@tanstack/query-core')
  cpSync(core, path.join(at, 'node_modules/query-core-itself'), { recursive: true })
  const results = []
  for (const [build, ...flags] of [['production'], ['development', '--conditions=development']]) {
    const { ok, out } = await run(at, process.execPath, [
      ...flags,
      '--test',
      '--test-force-exit',
      '--test-reporter=tap',
      'hooks.test.mjs',
      'pattern.test.mjs',
    ])
    const names = [...out.matchAll(/^\s*(not ok|ok) \d+ - (.*)$/gm)].filter(([, , name]) => !/\.test\.mjs$/.test(name))
    results.push(...names.map(([, result, name]) => [`${build}, React: ${name}`, result === 'ok', out]))
    if (!names.length || (!ok && names.every(([, result]) => result === 'ok')))
      results.push([`${build}, React`, false, out])
  }
  return results
}
