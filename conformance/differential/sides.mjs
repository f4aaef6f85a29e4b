/** Finds the two sides: pinned releases of query-core by version, anything else by path. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** What `./build` makes: the module that is compared if no other is named. */
export const OWN_MODULE = path.join(folder, '../dist/sanguine.mjs')

/** The releases of conformance/package.json: their folder by version. */
function pinned() {
  const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return Object.keys(dependencies)
    .map((name) => path.join(folder, 'node_modules', name))
    .filter((place) => existsSync(path.join(place, 'package.json')))
    .map((place) => ({ place, version: versionOf(place) }))
}

function versionOf(place) {
  return JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')).version
}

function indexOf(place) {
  const { exports, module } = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'))
  const entry = exports?.['.']?.import?.default ?? exports?.['.']?.import ?? module
  return path.join(place, entry)
}

/** The side that an option means: `{ name, file }`, or `{ problem }` with what to do about it. */
export function sideOf(option, wanted) {
  if (/^\d+\.\d+\.\d+/.test(wanted)) {
    const release = pinned().find(({ version }) => version === wanted)
    if (release) return { name: `query-core ${wanted}`, file: indexOf(release.place) }
    return {
      problem: `query-core ${wanted} is not installed for ${option}; there are ${pinned()
        .map(({ version }) => version)
        .join(' and ')}.`,
      remedy: `Install it: npm install --prefix conformance @tanstack/query-core@${wanted}, or give a path.`,
    }
  }
  const place = path.resolve(wanted)
  if (!existsSync(place)) {
    const remedy =
      place === OWN_MODULE
        ? `Make it with ./build, or name another module, or a version, with ${option}.`
        : 'Give the path of a module or of the folder of an npm package, or a version.'
    return { problem: `There is no ${path.relative('', place)} for ${option}.`, remedy }
  }
  if (!statSync(place).isDirectory()) return { name: path.relative('', place), file: place }
  if (!existsSync(path.join(place, 'package.json'))) {
    return {
      problem: `${wanted}, given for ${option}, is a folder without a package.json.`,
      remedy: 'Give the module itself, or the folder of an npm package.',
    }
  }
  return { name: `${wanted} (${versionOf(place)})`, file: indexOf(place) }
}

/** The newest pinned release: what `@tanstack/query-core` of conformance/package.json is. */
export function newestPeer() {
  return versionOf(path.join(folder, 'node_modules/@tanstack/query-core'))
}

export function load(file) {
  return import(pathToFileURL(file).href)
}
