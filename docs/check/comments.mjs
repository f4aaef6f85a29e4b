/**
 * Holds the comments to the tree: a test, a method of a test or a file that a comment names is there. So is every test that
 * a page names.
 */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Folders that tools fill. */
const SKIPPED = /^(?:node_modules|dist|out|data|test-results|\..+|bazel-.*)$/

/** Files that builds and tools make, and names that stand for any file. */
const MADE =
  /(?:^|\/)(?:sanguine(?:-(?:intents|records|conflicts|pacing|drafts|payload))?(?:\.dev)?\.mjs|orders-widget\.mjs|SIZES\.md|test\.xml|defs\.bzl|(?:Foo|NAME|A|CTest)\..*)$/

/** The simulator prints a test of this name. */
const PRINTED = 'FoundScheduleTest'

const textOf = (file) => readFileSync(path.join(root, file), 'utf8')

/** All files of the project, by their paths from the root. */
function* filesBelow(folder = '') {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory() && !SKIPPED.test(entry.name)) {
      yield* filesBelow(file)
    } else if (entry.isFile()) {
      yield file
    }
  }
}

const WITH_SLASHES = /\.(?:java|[cm]?js|tsx?|css)$/
const WITH_HASHES = /(?:^|\/)(?:BUILD|WORKSPACE|run|test|build|make|check|\.bazelrc)$|\.(?:bzl|sh|ya?ml)$/

/** A text in quotes, which may look like a comment, or a comment. */
const SLASHES = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(\/\*[^]*?\*\/|\/\/[^\n]*)/g
const HASHES = /"""([^]*?)"""|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|(?<!\S)(#[^\n]*)/g

/** The comments of a file and where they begin. */
function* commentsOf(file) {
  const pattern = WITH_SLASHES.test(file) ? SLASHES : WITH_HASHES.test(file) ? HASHES : undefined
  if (pattern) {
    for (const match of textOf(file).matchAll(pattern)) {
      const text = match[1] ?? match[2]
      if (text) {
        yield { text, index: match.index, all: match.input }
      }
    }
  }
}

/** A path or a name with an ending that files here have, but no package of Java, no pattern and no member. */
const FILE =
  /(?<![\w./*-])(?!dev\.)(?:\.\.?\/)*\w[\w./-]*\.(?:java|[cm]?js|tsx?|bzl|md|json|sh|html|css|xml|ya?ml)\b(?![\w(])/g

const TEST = /(?<![\w*])([A-Z]\w+Test)\b(?:[.#](?!java\b)(\w+))?/g

/** What is not there of all that a text names: where in the text, and its name. */
function* missing(text, { hasFile, hasTest }, patterns) {
  for (const pattern of patterns) {
    for (const { 0: name, 1: test, 2: method, index } of text.matchAll(pattern)) {
      if (test ? !hasTest(test, method) : !hasFile(name)) {
        yield { index, name }
      }
    }
  }
}

/** Asks the tree. */
function tree(files) {
  const names = new Set(files.map((file) => path.basename(file)))
  const codeOf = (test) => files.filter((file) => path.basename(file) === `${test}.java`).map(textOf)
  return {
    hasFile(name) {
      const end = name.replace(/^(?:\.\.?\/)+/, '')
      return (
        MADE.test(end) || (end.includes('/') ? files.some((file) => `/${file}`.endsWith(`/${end}`)) : names.has(end))
      )
    },
    hasTest: (name, method) =>
      name === PRINTED ||
      (names.has(`${name}.java`) && (!method || codeOf(name).some((code) => code.includes(` ${method}(`)))),
  }
}

/** The names of tests and files that lead nowhere, a line for each. */
export function namesInComments() {
  const files = [...filesBelow()]
  const known = tree(files)
  const faults = []
  for (const file of files) {
    const isPage = file.endsWith('.md')
    const texts = isPage ? [{ text: textOf(file), index: 0, all: textOf(file) }] : commentsOf(file)
    for (const { text, index, all } of texts) {
      for (const fault of missing(text, known, isPage ? [TEST] : [FILE, TEST])) {
        const line = all.slice(0, index + fault.index).split('\n').length
        faults.push(`${file}:${line} names ${fault.name}, which is not there`)
      }
    }
  }
  return faults.join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(namesInComments())
}
