/**
 * Holds the map of tests, docs/coverage.md, to the tests: every class and method that it names is there, and it names every
 * class. A name has the package, because several packages have a QueryTest.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** The packages that the names on the page are relative to. */
const PACKAGES = ['src/test/java/dev/sanguine', 'src/shop/test/java']

/** A class of the pattern's tests that runs again with another option; the page names them together. */
const isAgain = (file) => file.endsWith('AsIntentsTest.java')

/** The files of all test classes, by their paths from the root. */
const testFiles = () =>
  PACKAGES.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((file) => file.endsWith('Test.java'))
      .map((file) => `${folder}/${file}`),
  )

/** A name on the page: `query.FetchTest`, or that with `.` and a method. */
const NAMED = /`((?:[a-z]\w*\.)+[A-Z]\w*Test)(?:\.(\w+))?`|`(\w+Test\b[^`]*)`/g

/** What is wrong with the map; empty if nothing is. */
export function mapOfTests() {
  const files = testFiles()
  const named = new Set()
  const faults = []
  for (const [, name, method, bare] of readFileSync(path.join(root, 'docs/coverage.md'), 'utf8').matchAll(NAMED)) {
    const file =
      name && files.find((each) => PACKAGES.some((folder) => each === `${folder}/${name.replaceAll('.', '/')}.java`))
    if (!file) {
      faults.push(`there is no test ${name ?? bare}`)
      continue
    }
    named.add(file)
    if (method && !readFileSync(path.join(root, file), 'utf8').includes(` ${method}(`)) {
      faults.push(`${name} has no test ${method}`)
    }
  }
  const unnamed = files.filter((file) => !named.has(file) && !isAgain(file))
  return [...faults, ...unnamed.map((file) => `docs/coverage.md does not name ${file}`)].join('\n')
}
