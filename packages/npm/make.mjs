/** Makes dist/npm. The same inputs give the same bytes. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.join(here, '../..')
const built = path.resolve(process.env.SANGUINE_DIST || path.join(root, 'dist'))
const out = path.join(built, 'npm')

const MODULES = ['', '-intents', '-widgets'].flatMap((part) => [`sanguine${part}`, `sanguine${part}.dev`])

/** The parts of types/ that ship. */
const TYPES = readdirSync(path.join(root, 'types')).filter((name) => name.endsWith('.d.ts'))

const text = (...parts) => readFileSync(path.join(...parts), 'utf8')

function fail(message) {
  console.error(`ERROR: ${message}`)
  process.exit(1)
}

function copy(from, to) {
  mkdirSync(path.dirname(to), { recursive: true })
  copyFileSync(from, to)
}

/** The module as CommonJS: the same code, `export` and `import` written as CommonJS has them. */
async function commonJs(name) {
  const file = path.join(out, 'dist', `${name}.cjs`)
  await build({
    entryPoints: [path.join(out, 'dist', `${name}.mjs`)],
    outfile: file,
    bundle: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    legalComments: 'inline',
    sourcemap: 'linked',
    logLevel: 'error',
  })
  // The same length, so that the source map stays right.
  writeFileSync(file, text(file).replace(/require\("(\.\/sanguine[\w.-]*)\.mjs"\)/g, 'require("$1.cjs")'))
}

const missing = [...MODULES.map((name) => `${name}.mjs`), 'sanguine.js'].filter(
  (name) => !existsSync(path.join(built, name)),
)
if (missing.length) fail(`dist/ has no ${missing.join(', ')}; run ./build first.`)

rmSync(out, { recursive: true, force: true })
for (const file of [...MODULES.map((name) => `${name}.mjs`), 'sanguine.js']) {
  copy(path.join(built, file), path.join(out, 'dist', file))
  copy(path.join(built, `${file}.map`), path.join(out, 'dist', `${file}.map`))
}
for (const name of MODULES) await commonJs(name)

for (const file of TYPES) {
  for (const ending of ['mts', 'cts']) {
    const to = path.join(out, 'types', file.replace(/\.d\.ts$/, `.d.${ending}`))
    mkdirSync(path.dirname(to), { recursive: true })
    const script = ending.replace('ts', 'js')
    let types = text(root, 'types', file).replace(/(['"]\.\/[\w-]+)\.js(?=['"])/g, `$1.${script}`)
    // A program may read both; what they say of globals must be said once.
    if (ending === 'cts') types = types.replace(/\ndeclare global \{\n(?: .*\n)*\}\n/, '')
    writeFileSync(to, types)
  }
}

const version = text(root, 'packages/VERSION').trim()
const manifest = JSON.parse(text(here, 'package/package.json'))
writeFileSync(path.join(out, 'package.json'), JSON.stringify({ ...manifest, version }, null, 2) + '\n')
// For tools that do not read `exports`: a folder of each entry's name says where its files are.
for (const [entry, module] of [
  // Another name of the engine, for code that imports it for what it once did.
  ['optimistic', 'sanguine'],
  ['intents', 'sanguine-intents'],
  ['widgets', 'sanguine-widgets'],
  ['react-query', null],
]) {
  const files = module && { main: `../dist/${module}.cjs`, module: `../dist/${module}.mjs` }
  mkdirSync(path.join(out, entry))
  writeFileSync(
    path.join(out, entry, 'package.json'),
    JSON.stringify({ ...files, types: `../types/${entry}.d.cts` }, null, 2) + '\n',
  )
}
copy(path.join(here, 'package/README.md'), path.join(out, 'README.md'))
for (const file of ['LICENSE', 'NOTICE']) copy(path.join(root, file), path.join(out, file))
