/** The library under test as one file: tests may load it several times, as copies that share nothing. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'

export function bundle(file, folder) {
  mkdirSync(folder, { recursive: true })
  const outfile = path.join(folder, 'library.mjs')
  buildSync({
    entryPoints: [file],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    keepNames: true,
    logLevel: 'error',
  })
  return outfile
}
