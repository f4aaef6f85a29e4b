import { ordersOf, tell, tellSteps } from './orders.mjs'
import { play } from './play.mjs'
import { OURS, waysOf } from './ways.mjs'

const HEADS = [
  ['app', ''],
  ['orders', ''],
  ['query-core', 'wrong'],
  ['query-core', 'strictly'],
  ['ours', 'wrong'],
  ['intents', 'strictly'],
  ['unasked', ''],
  ['flashes', ''],
  ['plain', 'differs'],
  ['optimistic', 'strictly'],
]

const COLUMNS = ['query-core', 'query-core, strictly', 'ours', 'intents', 'unasked', 'flashes', 'plain', 'optimistic']

const BESIDE_QUERY_CORE = ['unasked', 'plain']

const nothing = () => 0

const count = (result, column) => result.found.filter((one) => one.column === column).length

const line = (cells) =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(24) : String(cell).padStart(12))).join('')

export function printTable(results, { peer, own }) {
  console.log(`${peer.name}, and ours: ${own.name}\n`)
  console.log(line(HEADS.map(([above]) => above)))
  console.log(line(HEADS.map(([, below]) => below)))
  const rowOf = (result) => [result.played, ...COLUMNS.map((column) => count(result, column))]
  const sum = (rows) =>
    rows.reduce((sums, row) => sums.map((value, at) => value + row[at]), [0, ...COLUMNS.map(nothing)])
  const counted = results.filter(({ limit }) => !limit)
  const limits = results.filter(({ limit }) => limit)
  for (const result of counted) console.log(line([result.name, ...rowOf(result)]))
  if (counted.length > 1) console.log(line(['all', ...sum(counted.map(rowOf))]))
  if (limits.length > 0) console.log('\nNot counted:')
  for (const result of limits) console.log(`${line([result.name, ...rowOf(result)])}\n    ${result.limit}`)
}

/** The shortest orders of each app and column in which ours was wrong. */
export function printWrong(results, apps, show) {
  for (const { name, limit, found } of results) {
    if (limit) continue
    const orders = ordersOf(apps.find((app) => app.name === name))
    for (const column of OURS) {
      const wrong = found
        .filter((one) => one.column === column)
        .sort((a, b) => weight(orders[a.number]) - weight(orders[b.number]))
      if (wrong.length === 0) continue
      console.log(
        `\n${name}, ${column}: ${wrong.length} wrong; all: ${wrong
          .slice(0, 40)
          .map(({ number }) => number)
          .join(' ')}${wrong.length > 40 ? ' ...' : ''}`,
      )
      for (const { number, at, part, shown, right } of wrong.slice(0, show)) {
        console.log(`  --only ${name} --order ${number}:  ${tell(orders[number])}`)
        console.log(
          `    after step ${at + 1}, ${part}: ${JSON.stringify(shown)}\n    ${BESIDE_QUERY_CORE.includes(column) ? 'query-core' : 'right'}: ${JSON.stringify(right)}`,
        )
      }
    }
  }
  console.log()
}

const weight = (order) => order.flat().length * 10 + order.flat().filter(([word]) => word === 'fail').length

/** One order on every library: what the screen showed at each rest. */
export async function printReplay(app, order, libraries) {
  console.log(`${app.name}: ${app.found}\n`)
  const steps = tellSteps(order)
  for (const way of waysOf(app)) {
    const { rests, flashes } = await play(libraries[way.library], app, order, way)
    console.log(way.name)
    for (const [at, { shown, wrong }] of rests.entries()) {
      console.log(`  ${steps[at]}`)
      console.log(
        `      ${shown}${wrong[way.judge] ? `   WRONG, ${wrong[way.judge].part}: ${JSON.stringify(wrong[way.judge].right)}` : ''}`,
      )
    }
    const flash = flashes[way.judge]
    if (flash)
      console.log(`  in step ${flash.at + 1} a listener was told: ${flash.part}: ${JSON.stringify(flash.shown)}`)
    console.log()
  }
}
