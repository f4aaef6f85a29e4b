// The two modules that are measured: Sanguine's as it was built, and query-core's npm release.
import { build } from 'esbuild'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { fail } from '../options.mjs'

const bench = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The first that is there: the one asked for, what ./build made, what Bazel made. */
export function modulePath(asked) {
  const places = asked
    ? [resolve(asked)]
    : ['../dist/sanguine.mjs', '../bazel-bin/sanguine.mjs'].map((p) => join(bench, p))
  const found = places.find(existsSync)
  if (!found) fail(`There is no module at ${places.join(' or ')}.\nRun ./build, or name one with --module.`)
  return found
}

/** query-core as a page loads it: one file, production, minified. */
export async function bundleCore(entry, outfile) {
  const built = await build({
    stdin: { contents: entry, resolveDir: bench },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    outfile,
    write: Boolean(outfile),
  })
  return outfile ? outfile : Buffer.from(built.outputFiles[0].contents)
}

export async function load({ module, imported }) {
  const path = modulePath(module)
  const ours = await import(pathToFileURL(path))
  const theirs = imported
    ? await import('@tanstack/query-core')
    : await import(
        pathToFileURL(
          await bundleCore(
            "export * from '@tanstack/query-core'",
            join(mkdtempSync(join(tmpdir(), 'bench-')), 'core.mjs'),
          ),
        )
      )
  const version = JSON.parse(readFileSync(join(bench, 'node_modules/@tanstack/query-core/package.json'))).version
  return { path, ours, theirs, version }
}
