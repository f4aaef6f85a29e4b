/**
 * The edits of a release: `node packages/release.mjs VERSION DATE [--write]`. Prints each file and line that changes, and
 * writes them with --write.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What to say to the person who releases. */
export class Refused extends Error {}

const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-([\w.]+))?$/

/** Whether version `a` comes after `b`. A pre-release (1.0.0-rc.1) comes before its release. */
export function isAfter(a, b) {
  const [, ...left] = VERSION.exec(a)
  const [, ...right] = VERSION.exec(b)
  for (let i = 0; i < 3; i++) {
    if (left[i] !== right[i]) {
      return Number(left[i]) > Number(right[i])
    }
  }
  return left[3] === undefined ? right[3] !== undefined : right[3] !== undefined && left[3] > right[3]
}

/** How pages and manifests name our version; the version itself is $2. */
const NAMED = [
  /("sanguine(?:-query-core)?": "\^?)(VERSION)(?=")/g,
  /(npm:sanguine(?:-query-core)?@\^?)(VERSION)/g,
  /(\bsanguine(?:-query-core|-j2cl)?-)(VERSION)(?=\.(?:tgz|jar))/g,
  /(<artifactId>sanguine(?:-j2cl)?<\/artifactId>\s*<version>)(VERSION)(?=<)/g,
  /(dev\.sanguine:sanguine(?:-j2cl)?:)(VERSION)/g,
  /("name": "sanguine-shop",\s*"version": ")(VERSION)(?=")/g,
  /(\bversion )(VERSION)(?=, not in a public registry)/g,
]

/** A line that names the old version beside our name, and was not changed: NAMED does not know its form. */
const isForgotten = (line, old) => line.includes(old) && /sanguine/i.test(line)

/** The section of the changelog that is released gets its number and date, above it begins the next. */
function closed(changelog, version, date) {
  const [, section] = /^## Unreleased\n([^]*?)(?=^## |(?![^]))/m.exec(changelog) ?? []
  if (section === undefined) {
    throw new Refused('CHANGELOG.md has no section "## Unreleased".')
  }
  if (!/^- /m.test(section)) {
    throw new Refused('The section "Unreleased" of CHANGELOG.md says nothing; there is nothing to release.')
  }
  return changelog.replace('## Unreleased\n', `## Unreleased\n\n## ${version} (${date})\n`)
}

/** The new texts by file, of `files`: path to text. */
export function release(files, version, date) {
  const old = files.get('packages/VERSION').trim()
  if (!VERSION.test(version)) {
    throw new Refused(`'${version}' is no version; write 1.2.3 or 1.2.3-rc.1.`)
  }
  // The first release has the version that is there already.
  const isFirst = version === old && !files.get('CHANGELOG.md').includes(`## ${version} (`)
  if (!isFirst && !isAfter(version, old)) {
    throw new Refused(`${version} does not come after ${old}, which packages/VERSION has.`)
  }
  const patterns = NAMED.map((each) => new RegExp(each.source.replace('VERSION', old.replaceAll('.', '\\.')), 'g'))
  const edited = new Map([
    ['packages/VERSION', `${version}\n`],
    ['CHANGELOG.md', closed(files.get('CHANGELOG.md'), version, date)],
  ])
  const forgotten = []
  for (const [file, text] of files) {
    if (edited.has(file)) {
      continue
    }
    const next = patterns.reduce((now, pattern) => now.replace(pattern, `$1${version}`), text)
    if (next !== text) {
      edited.set(file, next)
    }
    next.split('\n').forEach((line, i) => isForgotten(line, old) && forgotten.push(`${file}:${i + 1}`))
  }
  if (forgotten.length && version !== old) {
    throw new Refused(
      `These lines name ${old} in a form that packages/release.mjs does not know: ${forgotten.join(', ')}.`,
    )
  }
  return edited
}

/** The files of the tree that can name our version, by their paths. */
function filesOf(root) {
  const names = execFileSync('git', ['ls-files', '*.md', '*.json', '*.xml', 'packages/VERSION'], {
    cwd: root,
    encoding: 'utf8',
  })
  return new Map(
    names
      .trim()
      .split('\n')
      // Decisions tell of old versions, and conformance is about query-core's.
      .filter((file) => !/^docs\/decisions\/|^conformance\//.test(file))
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
  const [version, date, mode] = process.argv.slice(2)
  try {
    const before = filesOf(root)
    for (const [file, text] of release(before, version, date)) {
      const old = new Set(before.get(file).split('\n'))
      for (const line of text.split('\n').filter((each) => each && !old.has(each))) {
        console.log(`${file}: ${line.trim()}`)
      }
      if (mode === '--write') {
        writeFileSync(path.join(root, file), text)
      }
    }
  } catch (error) {
    console.error(error instanceof Refused ? `ERROR: ${error.message}` : error)
    process.exitCode = 1
  }
}
