/**
 * Writes sanguine/react for this app: node scripts/hooks.mjs
 *
 * It is the package's own file. Only its imports differ: they name the modules as the app names them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const entries = new URL('../../packages/npm/entries/', import.meta.url)
// Beside the packages, so that its imports of React are found.
const out = new URL('../node_modules/.sanguine/', import.meta.url)

const named = (code) =>
  code
    .replace("from './sanguine.mjs'", "from 'sanguine'")
    .replace("from './sanguine-check.mjs'", "from './check.mjs'")
    .replace(/from '\.\/sanguine-(\w+)\.mjs'/g, "from 'sanguine/$1'")

mkdirSync(fileURLToPath(out), { recursive: true })
for (const name of ['react.mjs', 'check.mjs']) {
  writeFileSync(new URL(name, out), named(readFileSync(new URL(name, entries), 'utf8')))
}
