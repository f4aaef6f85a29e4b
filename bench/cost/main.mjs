import { availableParallelism, cpus } from 'node:os'
import { optionsOf } from '../options.mjs'
import { writeRun } from '../results.mjs'
import { cycles, flights, onLists, queues } from './cycle.mjs'
import { everyday, onAll, staleWakes, wakes } from './everyday.mjs'
import { hydrations } from './hydration.mjs'
import { race } from './measure.mjs'
import { heap } from './memory.mjs'
import { loads, observers } from './observers.mjs'
import { markdown } from './report.mjs'
import { broad, flat, scaled, cached, itemKey } from './rows.mjs'
import { load } from './sides.mjs'
import { sizes } from './sizes.mjs'

const args = optionsOf('bench/run [--quick] [--module FILE] [--only WORD] [--imported] [--cpu] [--no-write]', {
  quick: { type: 'boolean' },
  module: { type: 'string' },
  only: { type: 'string' },
  imported: { type: 'boolean' },
  cpu: { type: 'boolean' },
  'no-write': { type: 'boolean' },
})

const started = performance.now()
const modules = await load(args)
const pace = {
  cpu: args.cpu,
  ...(args.quick ? { batchMs: 3, warmMs: 30, rowMs: 60, least: 5 } : { batchMs: 6, warmMs: 150, rowMs: 400, least: 7 }),
}
const heavy = args.quick ? { ...pace, rowMs: 0, warmMs: 0, least: 3 } : { ...pace, rowMs: 800, warmMs: 60, least: 9 }

const wanted = (row) => !args.only || `${row.group ?? ''} ${row.name} ${row.n ?? ''}`.includes(args.only)

const caches = { ours: new Map(), theirs: new Map() }
const side = (name, style) => ({
  name,
  style,
  cache: (n) => {
    const made = caches[name]
    if (!made.has(n)) made.set(n, cached(modules[name], n, itemKey))
    return made.get(n)
  },
})

const rows = []
const say = (text) => process.stderr.write(text + '\n')

async function measure(group, row, styles, how) {
  if (!wanted({ ...row, group })) return
  const works = { theirs: row.setup(modules.theirs, side('theirs', 'documented')) }
  for (const style of styles) works[style ?? 'ours'] = row.setup(modules.ours, side('ours', style))
  const took = await race(works, { ...how, warmMs: how.warmMs * (row.warm ?? 1) })
  for (const style of styles) {
    const done = {
      group,
      name: row.name,
      n: row.n,
      style,
      data: row.data,
      ticks: row.ticks,
      unit: 'µs',
      ours: took[style ?? 'ours'],
      theirs: took.theirs,
    }
    rows.push(done)
    say(
      `${group}: ${row.name}${row.n ? ` ${row.n}` : ''}${style ? ` ${style}` : ''}  ${done.ours.toFixed(2)} | ${done.theirs.toFixed(2)}  x${(done.theirs / done.ours).toFixed(2)}`,
    )
  }
}

const both = ['documented', 'optimistic']

for (const row of [...flat, ...everyday, ...observers, ...hydrations]) await measure('flat', row, [undefined], pace)
for (const row of [...cycles, ...loads])
  await measure('cycle', row, row.name.startsWith('optimistic') ? both : [undefined], pace)
for (const row of onAll) await measure('all', row, [undefined], pace)
for (const row of wakes) await measure('wake', row, [undefined], pace)
for (const row of staleWakes) await measure('wake', row, [undefined], pace)
for (const n of [100, 1000, 10000, 100000]) {
  for (const row of scaled) if (row.n === n) await measure('scaled', row, [undefined], n < 100000 ? pace : heavy)
  for (const row of broad) if (row.n === n) await measure('broad', row, [undefined], n < 100000 ? pace : heavy)
  caches.ours.delete(n)
  caches.theirs.delete(n)
}
rows.sort((a, b) =>
  a.group === 'scaled' && b.group === 'scaled'
    ? scaled.findIndex((r) => r.name === a.name) - scaled.findIndex((r) => r.name === b.name)
    : 0,
)
for (const row of queues) await measure('queue', row, [undefined], heavy)
for (const row of flights) await measure('flight', row, both, heavy)

const own = []
for (const row of onLists) {
  if (!wanted({ ...row, group: 'own' })) continue
  const took = await race(
    { measure: onLists[0].setup(modules.ours, side('ours')), ours: row.setup(modules.ours, side('ours')) },
    pace,
  )
  if (row === onLists[0]) continue
  own.push({ name: row.name, data: row.data, ...took })
  say(
    `own: ${row.name}  ${took.ours.toFixed(1)} | ${took.measure.toFixed(1)}  x${(took.measure / took.ours).toFixed(2)}`,
  )
}

if (wanted({ name: 'heap' })) for (const row of await heap(modules, args)) rows.push({ group: 'heap', ...row })
if (wanted({ name: 'size' })) for (const row of await sizes(modules.path)) rows.push({ group: 'size', ...row })

const head = [
  `query-core ${modules.version}${args.imported ? ', as Node imports it' : ', bundled for production by esbuild'}. Node ${process.versions.node}, ` +
    `${cpus()[0].model.trim()}, ${availableParallelism()} cores, NODE_ENV ${process.env.NODE_ENV}. One process (young generation 64 MB), both in turn, medians of ${args.cpu ? 'processor time' : 'time'}` +
    `${args.quick ? ', a quick run' : ''}; ${((performance.now() - started) / 1000).toFixed(0)} s.`,
]
const text = markdown({ rows, own, head })
process.stdout.write(text)
if (!args['no-write'] && !args.only) writeRun(text)
process.exit(0)
