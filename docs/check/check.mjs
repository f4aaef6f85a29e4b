/**
 * Compiles and runs the code of the guides in docs/. Each `##` section of a page becomes one module, on the same lines
 * as in the page, so that a compiler's or a test's line is the page's.
 *
 *     ```ts pattern    hooks, as TanStack Query's guide writes them; run on query-core and on Sanguine, there in v4's
 *                      spelling of filters too
 *     ```ts v4         the same, if the page itself shows v4's spelling; run on Sanguine
 *     ```ts option     hooks, as one writes them with Sanguine
 *     ```ts module     what stands outside of components: imports, and hooks of one's own
 *     ```ts            what happens: run with each of the hooks above it in the section; those at the top of the page
 *                      are for all sections that have none
 *
 * The Java of the pages is held to the tests (java.mjs), their prose to rules (prose.mjs), and the page with a script tag is
 * run (script.mjs). What the map of tests (coverage.mjs) and the comments of all files (comments.mjs) name has to be there.
 *
 * A line `expression // -> value` is an assertion; `// -> value, the pattern: other` if the pattern does otherwise, and
 * `// -> value, on query-core: other` if it does so on query-core alone.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { namesInComments } from './comments.mjs'
import { mapOfTests } from './coverage.mjs'
import { javaOfThePages } from './java.mjs'
import { proseOfThePages } from './prose.mjs'
import { scriptPage } from './script.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const out = path.join(here, 'out')
const dist = path.resolve(here, process.env.SANGUINE_DIST ?? '../../dist')
const ts = createRequire(import.meta.url)('typescript')

const OWN = `import { type Event, type Page } from '../kit.js'; import { type Order } from '../orders.js'; import { same, scenario } from '../scenario.js';`

/** What a file here exports, but what play.mjs alone calls. */
function namesIn(file) {
  const text = readFileSync(path.join(here, file), 'utf8')
  return [...text.matchAll(/^export (?:async )?(?:const|let|function) (\w+)/gm)]
    .map(([, name]) => name)
    .filter((name) => !['begin', 'end'].includes(name))
}

/** What a page's code may use without an import of its own, and where it comes from. */
const known = {
  '@tanstack/react-query': [
    'dehydrate',
    'useMutation',
    'useQueryClient',
    'InfiniteData',
    'QueryClient',
    'QueryObserver',
    'isCancelledError',
  ],
  sanguine: ['byVersion', 'temporary'],
  'sanguine/intents': ['IntentsObserver', 'realId'],
  'sanguine/records': ['records'],
  'sanguine/conflicts': ['conflicts', 'conflictOf', 'settleDocs'],
  'sanguine/pacing': ['pacing'],
  'sanguine/drafts': ['DraftObserver'],
  'sanguine/payload': ['payloadCollection', 'fieldErrors'],
  '../kit.js': namesIn('kit.ts'),
  '../http.js': namesIn('http.ts'),
  '../orders.js': namesIn('orders.ts'),
  '../forms.js': namesIn('forms.ts'),
  '../shop.js': namesIn('shop.ts'),
}

/** The sections of a page that have code: their names and blocks. */
function sections(text) {
  const found = []
  let section = { name: '', blocks: [] }
  let block
  text.split('\n').forEach((line, index) => {
    const fence = /^```(\S*) ?(\S*)/.exec(line)
    if (block) {
      if (fence) {
        block = undefined
      } else {
        block.lines.push(line)
      }
    } else if (fence) {
      block = { kind: fence[1], form: fence[2], at: index, lines: [] }
      section.blocks.push(block)
    } else if (/^##? /.test(line)) {
      section = { name: line.replace(/^#+ /, ''), blocks: [] }
      found.push(section)
    }
  })
  for (const each of found) {
    each.blocks = each.blocks.filter(({ kind }) => kind === 'ts')
  }
  return found.filter(({ blocks }) => blocks.length)
}

const isHooks = ({ form }) => form && form !== 'module'

const spelledAsV4 = (line) => line.replace(/\{ queryKey: (\[[^\]]*\]) \}/, '$1')

const namesOf = (lines) => lines.map((line) => /^const (\w+) = use/.exec(line)?.[1]).filter(Boolean)

/** A component's hooks as a function that returns what they gave. */
function hooks(name, lines) {
  return [`function ${name}() { const queryClient = useQueryClient();`, ...lines, `return { ${namesOf(lines)} } }`]
}

function assertion(line, number) {
  const match = /^(\s*)(.+?)\s+\/\/ -> (.+?)(?:, the pattern: (.+?))?(?:, on query-core: (.+))?$/.exec(line)
  if (!match) {
    if (line.includes('// ->')) {
      throw new Error(`line ${number} is no assertion: ${line}`)
    }
    return line
  }
  const [, space, expression, value, pattern, onQueryCore] = match
  const here = pattern === undefined ? value : `byPattern ? ${pattern} : ${value}`
  const wanted = onQueryCore === undefined ? here : `isSanguine ? ${here} : ${onQueryCore}`
  return `${space}same(${expression}, ${wanted}, ${number});`
}

/** The imports that the code needs and does not have; query-core has none of Sanguine's own. */
function imports(blocks) {
  const text = ['useQueryClient()', ...blocks.flatMap(({ lines }) => lines)].join('\n')
  const own = [
    ...[...text.matchAll(/^import \{(.*)\} from/gm)].flatMap(([, names]) => names.match(/\w+/g)),
    ...blocks
      .filter(({ form }) => form === 'module')
      .flatMap(({ lines }) => lines.map((line) => /^(?:export )?const (\w+) =/.exec(line)?.[1])),
  ]
  const used = (name) => !own.includes(name) && new RegExp(`\\b${name}\\b`).test(text)
  return Object.entries(known)
    .map(([from, names]) => [from, names.filter(used)])
    .filter(([, names]) => names.length)
    .map(([from, names]) => `import { ${names.join(', ')} } from '${from}';`)
    .join('')
}

/** A section as a module: functions for the hooks, a call of `scenario` for each thing that happens. */
function module({ name, blocks }, page) {
  const lines = [OWN + imports(blocks)]
  const put = (at, code) => code.forEach((line, i) => (lines[at + i] = line))
  const forms = []
  const tail = []
  let option = { hooks: 'none', names: [] }
  let scenarios = 0
  for (const { form, at, lines: code } of blocks) {
    const own = `hooks${at + 1}`
    if (form === 'module') {
      put(at + 1, code)
      continue
    }
    if (!form) {
      const title = `${page}: ${name}${scenarios++ ? `, ${scenarios}` : ''}`
      const given = forms.map((each) => `[${JSON.stringify(each.form)}, ${each.hooks}]`)
      put(at, [
        `scenario(${JSON.stringify(title)}, [${given}], ` +
          `async ({ ${option.names} }: ReturnType<typeof ${option.hooks}>, byPattern: boolean, isSanguine: boolean) => {`,
        ...code.map((line, i) => assertion(line, at + 2 + i)),
        `});`,
      ])
      continue
    }
    put(at, hooks(own, code))
    forms.push({ form, hooks: own })
    if (form === 'option' || option.hooks === 'none') {
      option = { hooks: own, names: namesOf(code) }
    }
    const v4 = code.map(spelledAsV4)
    if (form === 'pattern' && !blocks.some((block) => block.form === 'v4') && v4.join() !== code.join()) {
      tail.push(...hooks(`${own}v4`, v4))
      forms.push({ form: 'v4', hooks: `${own}v4` })
    }
  }
  return [...Array.from(lines, (line) => line ?? ''), ...tail, 'function none() { return {} }'].join('\n')
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out)
if (!existsSync(path.join(dist, 'sanguine-intents.mjs'))) {
  console.log(`There are no modules in ${dist}; run ./build first.`)
  process.exit(1)
}

const pages = readdirSync(path.join(here, '..')).filter((file) => file.endsWith('.md'))
const modules = []
for (const page of pages) {
  const text = readFileSync(path.join(here, '..', page), 'utf8')
  if (!/^```ts( |$)/m.test(text) || !text.includes('// -> ')) {
    continue
  }
  const [first, ...others] = sections(text)
  const shared = first.name === /^# (.*)/m.exec(text)[1] ? first.blocks.filter(isHooks) : []
  for (const section of others) {
    if (!section.blocks.some(isHooks)) {
      section.blocks.unshift(...shared)
    }
  }
  for (const [i, section] of [first, ...others].entries()) {
    const file = `${page.replace(/\.md$/, '')}.${i + 1}.ts`
    writeFileSync(path.join(out, file), module(section, page))
    modules.push({ file, hasPattern: section.blocks.some(({ form }) => form === 'pattern') })
  }
}

writeFileSync(
  path.join(out, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../../types/check/tsconfig.base.json',
    compilerOptions: {
      noUnusedLocals: false,
      skipLibCheck: true,
      types: ['node'],
      paths: {
        '@tanstack/query-core': ['../../../types/sanguine.d.ts'],
        sanguine: ['../../../types/sanguine.d.ts'],
        'sanguine/intents': ['../../../types/intents.d.ts'],
        'sanguine/records': ['../../../types/records.d.ts'],
        'sanguine/conflicts': ['../../../types/conflicts.d.ts'],
        'sanguine/pacing': ['../../../types/pacing.d.ts'],
        'sanguine/drafts': ['../../../types/drafts.d.ts'],
        'sanguine/payload': ['../../../types/payload.d.ts'],
      },
    },
    include: ['*.ts', '../*.ts'],
  }),
)

let passed = 0
let failed = 0
const tell = (ok, name, why) => {
  ok ? passed++ : failed++
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name}`)
  if (!ok) {
    console.log(why)
  }
}

const tsc = path.join(here, 'node_modules/typescript/bin/tsc')
const types = spawnSync(process.execPath, [tsc, '-p', out, '--pretty', 'false'], { encoding: 'utf8' })
const inThePage = types.stdout.replace(/^(?:out\/)?([\w-]+)\.\d+\.ts\((\d+)/gm, '$1.md($2')
tell(types.status === 0, 'the code of the guides compiles', inThePage)

const shared = ['kit.ts', 'http.ts', 'orders.ts', 'forms.ts', 'shop.ts', 'scenario.ts']
for (const file of [...modules.map((each) => each.file), ...shared]) {
  const code = ts.transpileModule(readFileSync(path.join(shared.includes(file) ? here : out, file), 'utf8'), {
    compilerOptions: { target: 'ES2022', module: 'ESNext' },
  }).outputText
  writeFileSync(path.join(out, file.replace(/ts$/, 'js')), code.replaceAll(`'../`, `'./`))
}

for (const [name, sanguine, played] of [
  ['query-core', '', modules.filter(({ hasPattern }) => hasPattern)],
  ['Sanguine', `${pathToFileURL(dist).href}/`, modules],
]) {
  const compiled = played.map(({ file }) => file.replace(/ts$/, 'js'))
  const run = spawnSync(process.execPath, ['--import', './engine.mjs', 'play.mjs', ...compiled], {
    cwd: here,
    encoding: 'utf8',
    env: { ...process.env, SANGUINE: sanguine, NODE_ENV: 'production' },
  })
  const lines = run.stdout.split('\n').filter((line) => line.startsWith('{'))
  for (const { title, why } of lines.map((line) => JSON.parse(line))) {
    tell(!why, `${title}, on ${name}`, why)
  }
  if (run.status !== 0 || !lines.length) {
    tell(false, `the guides on ${name}`, run.stdout + run.stderr)
  }
}
for (const [name, why] of [
  ...javaOfThePages(),
  ...proseOfThePages(),
  ['the map of the tests', mapOfTests()],
  ['the tests and files that comments name', namesInComments()],
]) {
  tell(!why, name, why)
}
const scriptFaults = await scriptPage(path.join(here, '..'), dist)
tell(!scriptFaults, 'script.md, run as printed', scriptFaults)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
