/** The apps of the folder `found`, by name. */
import { readdirSync } from 'node:fs'

const folder = new URL('found/', import.meta.url)

export async function apps() {
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'))
  return Promise.all(files.sort().map(async (file) => (await import(new URL(file, folder))).default))
}
