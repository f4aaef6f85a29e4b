/**
 * Holds the Java of the pages to code that is compiled and run: each ```java block is, word for word, what stands between
 * `// snippet: name` and `// end` in a test, and no such region is left out of the pages. The files of the guides for Java are
 * run as they stand, by packages/maven/guides. A block of imports alone is right if one test has all of them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const read = (file) => readFileSync(path.join(root, file), 'utf8')

function outdented(text) {
  const lines = text.trimEnd().split('\n')
  const margin = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(margin).trimEnd()).join('\n')
}

const tests = () =>
  readdirSync(path.join(root, 'src/test/java'), { recursive: true }).filter((file) => file.endsWith('.java'))

/** The test whose imports hold all of these lines; undefined if the block has other lines, or no test imports them all. */
function testThatImports(block) {
  const lines = block.trim().split('\n')
  const allAreImports = lines.every((line) => line.startsWith('import '))
  return allAreImports
    ? tests().find((file) => lines.every((line) => read(`src/test/java/${file}`).includes(`${line}\n`)))
    : undefined
}

function regions() {
  const found = new Map()
  for (const file of tests()) {
    for (const [, name, code] of read(`src/test/java/${file}`).matchAll(
      /^ *\/\/ snippet: (\S+)\n(.*?)^ *\/\/ end$/gms,
    )) {
      found.set(outdented(code), `${path.basename(file)}: ${name}`)
    }
  }
  return found
}

/** For each block and each region: its name, and what is wrong with it, if anything. */
export function javaOfThePages() {
  const compiled = regions()
  const left = new Map(compiled)
  const results = []
  const run = ['jvm.md', 'j2cl.md']
  const pages = readdirSync(path.join(root, 'docs')).filter((file) => file.endsWith('.md') && !run.includes(file))
  for (const page of ['README.md', ...pages.map((file) => `docs/${file}`)]) {
    const text = read(page)
    for (const block of text.matchAll(/^```java\n(.*?)^```$/gms)) {
      const line = text.slice(0, block.index).split('\n').length
      const code = outdented(block[1])
      const region = compiled.get(code) ?? testThatImports(code)
      left.delete(code)
      results.push([
        `${page}:${line} is compiled${region ? ` (${region})` : ''}`,
        region ? '' : `no test has this between "// snippet: name" and "// end"; change the one or the other:\n${code}`,
      ])
    }
  }
  for (const region of left.values()) {
    results.push([`${region} is in a page`, 'no page shows it; show it, or take its marks away'])
  }
  return results
}
