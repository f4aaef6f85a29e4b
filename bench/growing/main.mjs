/** What a change of one record costs as lists, records and pending changes grow, on Sanguine and beside two rivals. */
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { modulePath } from '../cost/sides.mjs'
import { optionsOf } from '../options.mjs'
import { writeGrowth } from '../results.mjs'
import { convex, sanguine, tanStackDb, turn } from './sides.mjs'

const options = optionsOf('bench/growth [--module FILE] [--only WORD]', {
  module: { type: 'string' },
  only: { type: 'string', default: '' },
})
// TanStack DB rejects a promise that nobody is given.
process.on('unhandledRejection', () => {})
const ours = await sanguine(pathToFileURL(path.dirname(path.resolve(modulePath(options.module)))).href)
const sides = [ours, tanStackDb, await convex()]

const row = (id, status) => ({ id, number: `SO-${id}`, status, total: id % 97 })
const rows = (count, from = 0, status = 'open') => Array.from({ length: count }, (_, i) => row(from + i, status))
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]
const shown = (time) => (time < 1 ? `${(time * 1000).toFixed(0)} µs` : `${time.toFixed(time < 10 ? 1 : 0)} ms`)

/** One change after the other is issued and refused: the time to show it, and to take it back. */
async function oneAfterTheOther(shop, rounds, change) {
  const times = [[], []]
  for (let i = 0; i < rounds; i++) {
    let from = performance.now()
    const pending = shop.change(...change(i))
    shop.look()
    times[0].push(performance.now() - from)
    await turn()
    from = performance.now()
    await pending.refuse()
    shop.look()
    times[1].push(performance.now() - from)
    await turn()
  }
  return times.map((each) => shown(median(each)))
}

/** All are issued, then each is ended and the page read; or all are ended, and then the page is read. */
async function allPending(shop, count, end, looksEachTime) {
  let from = performance.now()
  const pending = Array.from({ length: count }, (_, id) => {
    const one = shop.change(id, { status: 'paid' })
    shop.look()
    return one
  })
  const issued = performance.now() - from
  await turn()
  from = performance.now()
  const ended = []
  for (const [id, one] of pending.entries()) {
    ended.push(end(one, id))
    if (looksEachTime) {
      await ended[id]
      shop.look()
    }
  }
  await Promise.all(ended)
  shop.look()
  return [shown(issued), shown(performance.now() - from)]
}

/** So many changes of one record wait for the first: the time to show them all, and to end them all with one request. */
async function waitingInOneScope(shop, count) {
  let from = performance.now()
  const calls = await shop.changeAtOnce(7, count)
  shop.look()
  const issued = performance.now() - from
  from = performance.now()
  await calls.confirm()
  shop.look()
  return [shown(issued), shown(performance.now() - from)]
}

const refuse = (one) => one.refuse()
const confirm = (one, id) => one.confirm(row(id, 'paid'))

const cases = [
  ...[1, 10, 100].map((held) => ({
    name: `${held} of 10,000 queries hold the record: it is changed`,
    sides: [ours],
    lists: () =>
      Array.from({ length: 10_000 }, (_, i) =>
        i < held ? { name: `list ${i}`, rows: rows(20) } : { name: i, rows: row(i * 100, 'open') },
      ),
    run: (shop) => oneAfterTheOther(shop, 100, (i) => [7, { total: i }]),
  })),
  ...[1_000, 10_000, 100_000].map((count) => ({
    name: `${count.toLocaleString('en')} records in one list and 50 filtered views: one changes its view`,
    sides: [ours, tanStackDb],
    lists() {
      const all = Array.from({ length: count }, (_, id) => row(id, `s${id % 50}`))
      const views = Array.from({ length: 50 }, (_, view) => ({
        name: `view ${view}`,
        where: { status: { equals: `s${view}` } },
        rows: all.filter(({ status }) => status === `s${view}`),
      }))
      return [{ name: 'all', rows: all }, ...views]
    },
    run: (shop) => oneAfterTheOther(shop, 30, (i) => [(i * 7919) % count, { status: `s${(i * 31) % 50}` }]),
  })),
  ...[100, 1_000].flatMap((count) =>
    [
      ['refused one by one', refuse, true],
      ['refused together', refuse, false],
      ['confirmed one by one', confirm, true],
    ].map(([how, end, looksEachTime]) => ({
      name: `${count.toLocaleString('en')} pending on as many records of one list, ${how}`,
      sides,
      lists: () => [{ name: 'all', rows: rows(count) }],
      run: (shop) => allPending(shop, count, end, looksEachTime),
    })),
  ),
  ...[1_000, 4_000].map((count) => ({
    name: `${count.toLocaleString('en')} changes of one record wait in its scope, and are confirmed as one request`,
    sides: [ours],
    lists: () => [{ name: 'all', rows: rows(100) }],
    run: (shop) => waitingInOneScope(shop, count),
  })),
]

let table = ''
function say(line) {
  console.log(line)
  table += `${line}\n`
}
const print = (cells) => say(`| ${cells.join(' | ')} |`)
say(
  `Node ${process.versions.node}, ${cpus()[0].model.trim()}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)} at the beginning. ` +
    'Each cell is the time to show a change in every list, and the time to take it back or to confirm it.\n',
)
print(['case', ...sides.map(({ name }) => name)])
print(['---', ...sides.map(() => '---:')])
for (const { name, sides: taking, lists, run } of cases.filter((each) => each.name.includes(options.only))) {
  const cells = []
  for (const side of sides) {
    if (!taking.includes(side)) {
      cells.push('')
      continue
    }
    const shop = await side.open(lists())
    cells.push((await run(shop)).join(', '))
    await shop.close()
  }
  print([name, ...cells])
}
if (!options.only) writeGrowth(table)
process.exit(0)
