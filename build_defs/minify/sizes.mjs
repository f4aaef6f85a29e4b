/**
 * Weighs bundles: node sizes.mjs PACKAGES OUT BUDGET FILE...
 *
 * PACKAGES is the package.json beside the node_modules that esbuild lies in, BUDGET a JSON object: what an app imports,
 * `FILE: name, name` or `FILE: *`, and how many bytes of that may be left after the app's own esbuild and gzip. Writes a
 * Markdown table, and fails if something is heavier.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const [packages, out, budget, ...files] = process.argv.slice(2)
const esbuild = createRequire(path.resolve(packages))('esbuild')

/** What gzip itself makes of it: zlib differs from one Node to the next. */
function gzipped(bytes) {
  const { status, stdout, stderr } = spawnSync('gzip', ['-9', '-n', '-c'], { input: bytes })
  if (status !== 0) throw new Error(`gzip failed: ${stderr}`)
  return stdout.length
}

/** What an app that imports this and nothing else carries of the one file. */
async function inAnApp(imported) {
  const [file, names] = imported.split(': ')
  const from = files.find((each) => path.basename(each) === file)
  if (!from) throw new Error(`The budget names ${file}, which is not among the files that are weighed.`)
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export ${names === '*' ? '*' : `{ ${names} }`} from './${file}'`,
      resolveDir: path.resolve(path.dirname(from)),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    external: files.filter((each) => each !== from).map((each) => `./${path.basename(each)}`),
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0].contents
}

/** A list of many names by its first. */
const shortened = (imported) =>
  imported.replace(/(: \w+, )(.*, .*)/, (_, first, more) => `${first}and ${more.split(', ').length} more`)

const table = (...rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n')

const asBuilt = files.map((file) => {
  const bytes = readFileSync(file)
  return [path.basename(file), bytes.length, gzipped(bytes)]
})

const inApps = []
const tooHeavy = []
for (const [imported, limit] of Object.entries(JSON.parse(budget))) {
  const bytes = await inAnApp(imported)
  const weight = gzipped(bytes)
  inApps.push([shortened(imported), bytes.length, weight, limit])
  if (weight > limit)
    tooHeavy.push(`${imported}: ${weight} bytes after esbuild and gzip -9, ${weight - limit} too many.`)
}
if (tooHeavy.length) {
  console.error(`ERROR: A module is heavier than its budget.\n${tooHeavy.join('\n')}`)
  console.error('Make it lighter, or raise the budget in BUILD and say in CHANGELOG.md what the bytes are for.')
  process.exit(1)
}

writeFileSync(
  out,
  `# Sizes

Bytes, as built and after \`gzip -9\`.

${table(['file', 'min', 'gzip -9'], ['---', '---:', '---:'], ...asBuilt)}

What an app carries of a file, after its own esbuild. The build fails above the last column.

${table(['imported', 'min', 'gzip -9', 'at most'], ['---', '---:', '---:', '---:'], ...inApps)}
`,
)
