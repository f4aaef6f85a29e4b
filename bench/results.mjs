/** RESULTS.md has two parts, each written by its own command: what bench/run prints, and then what bench/growth prints. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('RESULTS.md', import.meta.url))
const GROWTH = '\n# As lists, records and pending changes grow\n'

function parts() {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const at = text.indexOf(GROWTH)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

export function writeRun(text) {
  writeFileSync(file, text + parts()[1])
}

export function writeGrowth(text) {
  writeFileSync(file, `${parts()[0]}${GROWTH}\n${text}`)
}
