/** Holds the map of tests, docs/coverage.md, to the tests: every class and method that it names is there, and it names every class. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** A class of the pattern's tests that runs again with another option; the page names them together. */
const isAgain = (name) => name.endsWith('AsIntentsTest')

/** What is wrong with the map; empty if nothing is. */
export function mapOfTests() {
  const folder = path.join(root, 'src/test/java')
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('Test.java'))
  const classes = new Map()
  for (const file of files) {
    const name = path.basename(file, '.java')
    classes.set(name, `${classes.get(name) ?? ''}${readFileSync(path.join(folder, file), 'utf8')}`)
  }
  const page = readFileSync(path.join(root, 'docs/coverage.md'), 'utf8')
  const named = [...page.matchAll(/`(?:[a-z]\w*\.)*([A-Z]\w*Test)(?:\.(\w+))?`/g)].filter(
    ([, name]) => name !== 'AsIntentsTest',
  )
  const absent = named
    .filter(([, name, method]) => !classes.has(name) || (method && !classes.get(name).includes(` ${method}(`)))
    .map(([text]) => `there is no test ${text}`)
  const names = new Set(named.map(([, name]) => name))
  const unnamed = [...classes.keys()].filter((name) => !names.has(name) && !isAgain(name))
  return [...absent, ...unnamed.map((name) => `docs/coverage.md does not name ${name}`)].join('\n')
}
