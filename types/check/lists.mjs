/**
 * Holds three lists to each other: the types, the names that Closure Compiler keeps (sanguine.externs.js), and the names of
 * query-core that compat/names.ts compares. A member that is typed but not kept is never found in a build.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// The last TypeScript that can be asked about a program.
const ts = createRequire(import.meta.url)('typescript-5.7')

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.join(here, '../..')
const types = path.join(root, 'types')
const EXTERNS = 'src/main/browser/dev/sanguine/js/sanguine.externs.js'

/** Members of the types that no compiled code has, and why. */
const NOT_COMPILED = new Map([
  ...['drop', 'from', 'items', 'put', 'without'].map((name) => [name, 'the event log writes it as JSON text']),
  ...['format', 'start'].map((name) => [name, 'the export of the event log, which is JSON text']),
  ...['checkbox', 'checked', 'input', 'onBlur', 'onChange', 'target'].map((name) => [
    name,
    'a form of sanguine/react, which is no compiled module',
  ]),
  ['generateBundle', "a member of Vite's plugins; sanguine/vite is no compiled module"],
  ...['depth', 'headers', 'ids', 'timeout', 'url'].map((name) => [name, 'sanguine/payload reads it by its text']),
  ...['body', 'current', 'kind', 'label', 'retryAfter'].map((name) => [
    name,
    'a property that sanguine/payload writes by its text',
  ]),
  ...['nextPage', 'pagingCounter', 'prevPage'].map((name) => [name, "a member of Payload's answer"]),
  ...['and', 'or'].map((name) => [name, "a word of Payload's conditions"]),
  ['sanguine', 'a tag that only types have'],
  ['tanStack', 'a tag that only types have'],
])

/** Names that are kept, but that no type declares, and why. */
const NOT_TYPED = new Map([
  ['CancelledError', 'a class of JavaScript that the compiled code makes'],
  ['environment', 'for clients of Java, and for tests'],
  ['then', 'of any promise'],
])

const isMember = (node) =>
  ts.isPropertySignature(node) ||
  ts.isMethodSignature(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isAccessor(node)

/** The names of all members that the types declare. */
function typedMembers() {
  const found = new Set()
  const visit = (node) => {
    if (isMember(node) && ts.isIdentifier(node.name)) {
      found.add(node.name.text)
    }
    ts.forEachChild(node, visit)
  }
  for (const file of readdirSync(types).filter((name) => name.endsWith('.d.ts'))) {
    visit(ts.createSourceFile(file, readFileSync(path.join(types, file), 'utf8'), ts.ScriptTarget.Latest, true))
  }
  return found
}

/** The names in the externs. */
function keptNames() {
  const text = readFileSync(path.join(root, EXTERNS), 'utf8')
  return new Set([...text.matchAll(/\.prototype\.(\w+);/g)].map(([, name]) => name))
}

/** The names that a module of types exports. */
function exportsOf(file) {
  const program = ts.createProgram([file], { module: ts.ModuleKind.NodeNext, noEmit: true })
  const checker = program.getTypeChecker()
  return checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file))).map(({ name }) => name)
}

const lines = (names, why) => [...names].map((name) => `${name} ${why}`)

function membersAreKept() {
  const [typed, kept] = [typedMembers(), keptNames()]
  return [
    ...lines(
      [...typed].filter((name) => !kept.has(name) && !NOT_COMPILED.has(name)),
      `is typed, but not in ${EXTERNS}`,
    ),
    ...lines(
      [...kept].filter((name) => !typed.has(name) && !NOT_TYPED.has(name)),
      `is in ${EXTERNS}, but not typed`,
    ),
    ...lines(
      [...NOT_COMPILED.keys()].filter((name) => kept.has(name) || !typed.has(name)),
      'need not be in NOT_COMPILED',
    ),
    ...lines(
      [...NOT_TYPED.keys()].filter((name) => typed.has(name) || !kept.has(name)),
      'need not be in NOT_TYPED',
    ),
  ]
}

function namesAreCompared() {
  const theirs = exportsOf(path.join(here, 'node_modules/@tanstack/query-core/build/modern/index.d.ts'))
  const compared = new Set(exportsOf(path.join(here, 'compat/names.ts')))
  return [
    ...lines(
      theirs.filter((name) => !compared.has(name)),
      'of query-core is not in compat/names.ts',
    ),
    ...lines(
      [...compared].filter((name) => !theirs.includes(name)),
      'is in compat/names.ts, but not of query-core',
    ),
  ]
}

/** For each pair of lists: a sentence, and what is wrong; empty if nothing is. */
export function lists() {
  return [
    ['every member of the types is kept by the compiler, and every name that is kept is typed', membersAreKept()],
    ['compat/names.ts has every name of query-core', namesAreCompared()],
  ]
}
