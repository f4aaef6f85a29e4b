/**
 * Makes dist/npm. The same inputs give the same bytes.
 *
 * The modules of dist/ import each other by names that the compiler made up. Here they are called internal*.mjs, and those
 * that people import give on their public names and no others.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { build } from 'esbuild'
import { pointing } from './maps.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.join(here, '../..')
const built = path.resolve(process.env.SANGUINE_DIST || path.join(root, 'dist'))
const out = path.join(built, 'npm')

const MODULES = ['', '-intents', '-records', '-conflicts', '-pacing', '-drafts', '-payload'].flatMap((part) => [
  `sanguine${part}`,
  `sanguine${part}.dev`,
])

/** What is imported, and the module that it is. Those with a build for development have long error texts there. */
const ENTRIES = {
  '.': { types: 'sanguine', module: 'sanguine', hasDevelopment: true },
  // Another name of the engine, for code that imports it for what it once did.
  './optimistic': { types: 'optimistic', module: 'sanguine', hasDevelopment: true },
  './intents': { types: 'intents', module: 'sanguine-intents', hasDevelopment: true },
  './records': { types: 'records', module: 'sanguine-records', hasDevelopment: true },
  './conflicts': { types: 'conflicts', module: 'sanguine-conflicts', hasDevelopment: true },
  './pacing': { types: 'pacing', module: 'sanguine-pacing', hasDevelopment: true },
  './drafts': { types: 'drafts', module: 'sanguine-drafts', hasDevelopment: true },
  './payload': { types: 'payload', module: 'sanguine-payload', hasDevelopment: true },
  './react': { types: 'react', module: 'sanguine-react', hasDevelopment: true },
  './react-query': { types: 'react-query', module: 'sanguine-react-query', hasDevelopment: true },
  './check': { types: 'check', module: 'sanguine-check', hasDevelopment: true },
  './vite': { types: 'vite', module: 'sanguine-vite' },
}

/**
 * Names that an entry gives on from another module. `temporary` is the engine's, but a page that never calls it shall not
 * carry what it needs.
 */
const GIVEN_ON = { sanguine: { temporary: 'sanguine-intents' } }

/** Entries that are written in JavaScript, in entries/. */
const SCRIPTS = ['check', 'react', 'react-query', 'vite']

const internal = (name) => name.replace('sanguine', 'internal')

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
async function commonJs(name, sourcemap) {
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
    sourcemap: sourcemap && 'linked',
    logLevel: 'error',
  })
  // The same length, so that the source map stays right.
  writeFileSync(file, text(file).replace(/require\("(\.\/[\w.-]+)\.mjs"\)/g, 'require("$1.cjs")'))
}

/** A module of dist/ under its internal name, which is as long as the other, so that its map stays right. */
function copyModule(name) {
  const file = path.join(out, 'dist', `${internal(name)}.mjs`)
  const code = text(built, `${name}.mjs`)
  writeFileSync(file, code.replace(/(from"\.\/|import"\.\/|sourceMappingURL=)sanguine/g, '$1internal'))
  copyFileSync(path.join(built, `${name}.mjs.map`), `${file}.map`)
}

/** An entry of entries/: for the build for development, with that build's modules. */
async function writeScript(name) {
  const code = text(here, 'entries', `${name}.mjs`)
  const builds = ENTRIES[`./${name}`].hasDevelopment ? ['', '.dev'] : ['']
  for (const build of builds) {
    const file = `sanguine-${name}${build}`
    writeFileSync(
      path.join(out, 'dist', `${file}.mjs`),
      code.replace(/(from '\.\/sanguine[\w-]*)\.mjs'/g, `$1${build}.mjs'`),
    )
    await commonJs(file, false)
  }
}

/** What package.json says of an entry: its files, for each format and build. */
function exportOf({ types, module, hasDevelopment }) {
  const formats = (build) =>
    Object.fromEntries(
      [
        ['import', 'm'],
        ['require', 'c'],
      ].map(([format, kind]) => [
        format,
        { types: `./types/${types}.d.${kind}ts`, default: `./dist/${module}${build}.${kind}js` },
      ]),
    )
  return { ...(hasDevelopment && { development: formats('.dev') }), ...formats('') }
}

/** A package that is query-core by another name, for package managers that put it in query-core's place. */
function writeQueryCore(version) {
  const folder = path.join(built, 'npm-query-core')
  rmSync(folder, { recursive: true, force: true })
  for (const [file, content] of Object.entries({
    'package.json': JSON.stringify(
      { ...JSON.parse(text(here, 'package/query-core.json')), version, peerDependencies: { sanguine: version } },
      null,
      2,
    ),
    'index.mjs': "export * from 'sanguine'",
    'index.cjs': "module.exports = require('sanguine')",
    'index.d.mts': "export * from 'sanguine'",
    'index.d.cts': "export * from 'sanguine'",
    'README.md':
      'What `@tanstack/query-core` is replaced by, so that the adapters of TanStack Query stand on `sanguine`. See its README.',
  })) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, file), content + '\n')
  }
  for (const file of ['LICENSE', 'NOTICE']) copy(path.join(root, file), path.join(folder, file))
}

/** All public names: the classic script's global has them, and no others. */
function publicNames() {
  const page = vm.createContext({ setTimeout, clearTimeout, setInterval, clearInterval, AbortController, console })
  vm.runInContext(text(built, 'sanguine.js'), page)
  return new Set(Object.keys(page.sanguine))
}

/** What a module gives on. */
async function namesOf(name) {
  const { metafile } = await build({
    entryPoints: [path.join(built, `${name}.mjs`)],
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  return Object.values(metafile.outputs)[0].exports
}

/** The part of a source's path below the package, for the sources that are the project's own. */
const sourceIn = (source) => /(?:^|\/)(dev\/sanguine\/.*)/.exec(source)?.[1]

/** Java, and JavaScript that was written by hand; not what J2CL made of Java. */
const isShipped = (source) => /dev\/sanguine\//.test(source) && !source.endsWith('.impl.java.js')

/** Takes the sources out of a map: they lie in src/, once for all maps. */
function shareSources(file) {
  const map = JSON.parse(text(file))
  map.sources.forEach((source, i) => {
    if (isShipped(source)) {
      const to = path.join(out, 'src', sourceIn(source))
      const content = map.sourcesContent[i]
      if (existsSync(to) && text(to) !== content) fail(`two maps have different texts of ${source}.`)
      mkdirSync(path.dirname(to), { recursive: true })
      writeFileSync(to, content)
    }
  })
  const place = (source) => (isShipped(source) ? `../src/${sourceIn(source)}` : undefined)
  // On a server a trace is read; in the engine's development build for browsers somebody stops inside of a line.
  const hasColumns = file.endsWith(`${internal('sanguine')}.dev.mjs.map`)
  writeFileSync(file, JSON.stringify(pointing({ file: path.basename(file, '.map'), ...map }, place, hasColumns)) + '\n')
}

const missing = [...MODULES.map((name) => `${name}.mjs`), 'sanguine.js'].filter(
  (name) => !existsSync(path.join(built, name)),
)
if (missing.length) fail(`dist/ has no ${missing.join(', ')}; run ./build first.`)

rmSync(out, { recursive: true, force: true })
mkdirSync(path.join(out, 'dist'), { recursive: true })
const isPublic = publicNames()
for (const name of MODULES) {
  copyModule(name)
  const names = (await namesOf(name)).filter((each) => isPublic.has(each)).sort()
  const build = name.endsWith('.dev') ? '.dev' : ''
  const further = Object.entries(GIVEN_ON[name.replace('.dev', '')] ?? {}).map(
    ([given, from]) => `export { ${given} } from './${internal(from)}${build}.mjs'\n`,
  )
  writeFileSync(
    path.join(out, 'dist', `${name}.mjs`),
    `export { ${names.join(', ')} } from './${internal(name)}.mjs'\n${further.join('')}`,
  )
  await commonJs(internal(name), true)
  await commonJs(name, false)
}
for (const name of SCRIPTS) await writeScript(name)
for (const file of ['sanguine.js', 'sanguine.js.map']) copy(path.join(built, file), path.join(out, 'dist', file))
for (const file of readdirSync(path.join(out, 'dist')).filter((name) => name.endsWith('.map'))) {
  shareSources(path.join(out, 'dist', file))
}

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
const exports = Object.fromEntries(Object.entries(ENTRIES).map(([entry, files]) => [entry, exportOf(files)]))
exports['./sanguine.js'] = './dist/sanguine.js'
exports['./package.json'] = './package.json'
writeFileSync(path.join(out, 'package.json'), JSON.stringify({ ...manifest, version, exports }, null, 2) + '\n')
// For tools that do not read `exports`: a folder of each entry's name says where its files are.
for (const [entry, { types, module }] of Object.entries(ENTRIES)) {
  if (entry !== '.') {
    mkdirSync(path.join(out, entry))
    const files = { main: `../dist/${module}.cjs`, module: `../dist/${module}.mjs`, types: `../types/${types}.d.cts` }
    writeFileSync(path.join(out, entry, 'package.json'), JSON.stringify(files, null, 2) + '\n')
  }
}
writeQueryCore(version)
copy(path.join(here, 'package/README.md'), path.join(out, 'README.md'))
for (const file of ['LICENSE', 'NOTICE']) copy(path.join(root, file), path.join(out, file))
