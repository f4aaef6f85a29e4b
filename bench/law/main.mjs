import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { modulePath } from '../cost/sides.mjs'
import { optionsOf } from '../options.mjs'
import * as graphql from './graphql.mjs'
import { probes as ofCore } from './query-core.mjs'
import * as react from './react.mjs'
import * as documents from './rest.mjs'

const args = optionsOf('bench/rivals [--module FILE] [--only WORD]', {
  module: { type: 'string' },
  only: { type: 'string' },
})
process.on('unhandledRejection', () => {})

const ours = await import(pathToFileURL(modulePath(args.module)))
const theirs = await import('@tanstack/query-core')

const packages = [
  '@tanstack/query-core',
  '@tanstack/db',
  'swr',
  '@reduxjs/toolkit',
  '@apollo/client',
  'relay-runtime',
  '@urql/exchange-graphcache',
  'react',
]
const version = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url))).version

const all = [
  ...ofCore('Sanguine', ours, true),
  ...ofCore('query-core', theirs, false),
  ...documents.probes(),
  ...graphql.probes(),
  ...react.probes(),
].filter((probe) => !args.only || `${probe.library} ${probe.name}`.includes(args.only))
if (!all.length) process.exit(0)

const right = { after: 't0/B', later: 't0/B' }
console.log('# A fails while B is in flight\n')
console.log(
  'One record `{title: t0, status: s0}`. A sets the title to A; B, started while A is in flight, sets the status to B. Then A fails; then B succeeds,' +
    ' unless the line says otherwise. What the screen shows, title/status. Lines of a list or another record say what would be right.\n',
)
console.log(
  `Releases: ${packages.map((name) => `${name} ${version(name)}`).join(', ')}; Node ${process.versions.node}.\n`,
)
console.log(
  '| library | how | after A failed | right | after B settled | right | |\n| --- | --- | --- | --- | --- | --- | --- |',
)
const log = console
const quiet = { ...console, error() {}, warn() {} }
let wrong = 0
for (const probe of all) {
  const expected = probe.right ?? right
  let line
  globalThis.console = quiet
  try {
    const seen = await probe.run()
    const flicker = seen.start !== undefined && seen.start !== 'A/B'
    const good =
      !flicker && seen.after === expected.after && (expected.later === undefined || seen.later === expected.later)
    if (!good && probe.library === 'Sanguine' && !probe.compatible) wrong++
    line = [
      seen.after,
      expected.after,
      seen.later ?? '',
      expected.later ?? '',
      (good ? 'right' : '**wrong**') + (flicker ? `: ${seen.start} on the screen when B had started` : ''),
    ]
  } catch (error) {
    line = ['', expected.after, '', expected.later ?? '', `did not run: ${String(error.message).split('\n')[0]}`]
    if (process.env.DEBUG) log.error(error)
  }
  globalThis.console = log
  log.log(`| ${probe.library} | ${probe.name} | ${line.join(' | ')} |`)
}
process.exit(wrong ? 1 : 0)
