/**
 * Finds the test that a person names: `node build_defs/only/find.mjs NAME`.
 *
 * NAME is a class, a method (Class.method or Class#method, or the method alone), a file, or part of a browser test's title.
 * Prints one line: `java LABEL CLASS[#METHOD]`, of which LABEL is the target of the JVM and LABEL-j2cl that of Chromium; or
 * `page FILE` or `page TITLE`. If nothing is found, two lines on stderr say so and what is called nearly so.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** What to say to the person, in at most two lines. */
export class NotFound extends Error {}

/** How many names are listed at most. */
const SHOWN = 5

/** Everything that can be named, read from the files below `root`. */
export class Tests {
  constructor(root) {
    this.root = root
    this.java = new Map(filesBelow(root, ['src', 'build_defs'], '.java').map((file) => [classOf(file), file]))
    this.classes = [...this.java.keys()].filter((name) => name.endsWith('Test'))
    this.specs = filesBelow(root, ['web/e2e'], '.spec.ts')
  }

  read(file) {
    return readFileSync(path.join(this.root, file), 'utf8')
  }

  /** The names of the test methods of a class, those of the classes that it extends too. */
  methods(className) {
    const text = this.read(this.java.get(className))
    const own = [...text.matchAll(/@Test\b[^{;]*?\bvoid (\w+)\(/g)].map(([, name]) => name)
    const parent = /\bclass \w+(?:<[^{]*>)? extends (\w+)/.exec(text)?.[1]
    const of = [...this.java.keys()].find((name) => name !== className && simple(name) === parent)
    return of ? [...own, ...this.methods(of)] : own
  }

  /** The titles of the browser tests; what a test writes as `${...}` is null. */
  titles() {
    return this.specs.flatMap((file) =>
      [...this.read(file).matchAll(/\btest(?:\.describe)?\(\s*(['`])((?:\\.|(?!\1).)+)\1/gs)].map(([, , title]) =>
        title.replace(/\\(.)/g, '$1').split(/\$\{[^}]*\}/),
      ),
    )
  }

  /** The label of a Java class: the target of its name, in the package of the nearest BUILD file above. */
  label(className) {
    let folder = path.dirname(this.java.get(className))
    while (!existsSync(path.join(this.root, folder, 'BUILD'))) {
      folder = path.dirname(folder)
    }
    return `//${folder}:${simple(className)}`
  }
}

const simple = (className) => className.slice(className.lastIndexOf('.') + 1)

function filesBelow(root, folders, ending) {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true })
        .map((file) => path.join(folder, file))
        .filter((file) => file.endsWith(ending) && !file.includes('node_modules')),
    )
    .sort()
}

/** 'src/test/java/a/b/A.java' is a.b.A. */
function classOf(file) {
  const [, below = file] = /\/(?:java|javatests|jvm|browser)\/(.*)\.java$/.exec(file) ?? []
  return below.replace('super-j2cl/', '').replaceAll('/', '.')
}

/** What to run for `name`: { label, only } of a Java test, or { page }. */
export function find(name, tests) {
  return (
    byFile(name, tests) ?? byClass(name, tests) ?? byMethod(name, tests) ?? byTitle(name, tests) ?? nearest(name, tests)
  )
}

function byFile(name, tests) {
  const file = path.relative(tests.root, path.resolve(tests.root, name))
  const spec = tests.specs.find((each) => each === file || [name, `${name}.spec.ts`].includes(path.basename(each)))
  const className = tests.classes.find((each) => tests.java.get(each) === file)
  return spec ? { page: path.basename(spec) } : className && java(className, undefined, tests)
}

const java = (className, method, tests) => ({
  label: tests.label(className),
  only: method ? `${className}#${method}` : className,
})

function byClass(name, tests) {
  const [, before, after] = /^(.*)[.#](\w+)$/.exec(name) ?? []
  const whole = classes(name, tests)
  const method = whole.length ? undefined : after
  const found = whole.length ? whole : before ? classes(before, tests) : []
  if (found.length > 1) {
    throw new NotFound(`${found.length} classes are called "${name}".\nSay which: ${found.join(', ')}.`)
  }
  if (found.length === 0) {
    return undefined
  }
  const methods = tests.methods(found[0])
  if (method && !methods.includes(method)) {
    throw new NotFound(`${found[0]} has no test "${method}".\nThe nearest of its tests: ${nearestOf(method, methods)}.`)
  }
  return java(found[0], method, tests)
}

const classes = (name, tests) => tests.classes.filter((each) => each === name || each.endsWith(`.${name}`))

function byMethod(name, tests) {
  if (!/^\w+$/.test(name)) {
    return undefined
  }
  const found = tests.classes
    .filter((each) => tests.read(tests.java.get(each)).includes(` ${name}(`))
    .filter((each) => tests.methods(each).includes(name))
  if (found.length > 1) {
    const which = found.map((each) => `${simple(each)}#${name}`)
    throw new NotFound(
      `${found.length} classes have a test "${name}".\nSay which: ${which.slice(0, SHOWN).join(', ')}.`,
    )
  }
  return found[0] && java(found[0], name, tests)
}

/** A part of a title, or a whole title, with any text in the place of each `${...}`. */
function byTitle(name, tests) {
  const wanted = name.toLowerCase()
  const isMeant = (pieces) =>
    pieces.some((piece) => piece.toLowerCase().includes(wanted)) ||
    (pieces.length > 1 && new RegExp(pieces.map(escape).join('.+'), 'i').test(name))
  return tests.titles().some(isMeant) ? { page: escape(name) } : undefined
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function nearest(name, tests) {
  const titles = tests.titles().map((pieces) => pieces.join('...'))
  const names = [...tests.classes.map(simple), ...tests.specs.map((file) => path.basename(file)), ...titles]
  const places = `${tests.classes.length} test classes, and the files and titles of the browser tests`
  throw new NotFound(`No test is called "${name}": looked in ${places}.\nThe nearest: ${nearestOf(name, names)}.`)
}

/** The `names` that need the fewest letters changed, first those that share most of their letters' pairs. */
function nearestOf(name, names) {
  const pairs = (text) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2).toLowerCase()))
  const wanted = pairs(name)
  const likeness = (other) => {
    const others = pairs(other)
    const shared = [...wanted].filter((pair) => others.has(pair)).length
    return (2 * shared) / (wanted.size + others.size)
  }
  return [...new Set(names)]
    .map((each) => [likeness(each), each])
    .sort(([a], [b]) => b - a)
    .slice(0, SHOWN)
    .map(([, each]) => each)
    .join(', ')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { label, only, page } = find(process.argv[2] ?? '', new Tests(ROOT))
    console.log(page ? `page ${page}` : `java ${label} ${only}`)
  } catch (error) {
    console.error(error instanceof NotFound ? `ERROR: ${error.message}` : error)
    process.exitCode = 1
  }
}
