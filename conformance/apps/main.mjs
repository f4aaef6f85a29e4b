/** conformance/run apps: small apps after the optimistic pattern, as it is found, played in bad orders. */
import { Worker } from 'node:worker_threads'
import { parseArgs } from 'node:util'
import { load, newestPeer, OWN_MODULE, sideOf } from '../differential/sides.mjs'
import { fail } from '../say.mjs'
import { apps } from './found.mjs'
import { ordersOf } from './orders.mjs'
import { printReplay, printTable, printWrong } from './print.mjs'
import { OURS } from './ways.mjs'

const USE =
  'Use: conformance/run apps [--module PATH] [--peer VERSION|PATH] [--only WORD] [--order N] [--all] [--show N] [--workers N]'

const OPTIONS = {
  module: { type: 'string', default: OWN_MODULE },
  peer: { type: 'string', default: newestPeer() },
  only: { type: 'string', default: '' },
  order: { type: 'string' },
  all: { type: 'boolean', default: false },
  show: { type: 'string', default: '2' },
  workers: { type: 'string', default: '2' },
}

function optionsOf(argv) {
  let values
  try {
    values = parseArgs({ args: argv, options: OPTIONS }).values
  } catch (error) {
    fail(`${error.message.split('. ')[0]}.`, USE)
  }
  for (const name of ['order', 'show', 'workers']) {
    if (values[name] === undefined) continue
    if (!/^\d+$/.test(values[name]) || (name === 'workers' && Number(values[name]) === 0))
      fail(`--${name} wants a whole number, not '${values[name]}'.`, USE)
    values[name] = Number(values[name])
  }
  return values
}

function resolveSide(option, wanted) {
  const side = sideOf(option, wanted)
  if (side.problem) fail(side.problem, side.remedy)
  return side
}

/** One order, on every library, rest by rest. */
async function replay(chosen, number, sides) {
  if (chosen.length !== 1)
    fail(`--order wants one app, not ${chosen.map(({ name }) => name).join(', ')}.`, 'Name it with --only.')
  const orders = ordersOf(chosen[0])
  if (number >= orders.length)
    fail(`${chosen[0].name} has the orders 0 to ${orders.length - 1}, and no ${number}.`, USE)
  await printReplay(chosen[0], orders[number], { peer: await load(sides.peer.file), own: await load(sides.own.file) })
}

/** Hands the apps to threads, one after the other. */
async function playAll(chosen, sides, { all, workers }) {
  const names = chosen.map(({ name }) => name)
  const results = new Map()
  const answer = (worker, request) =>
    new Promise((resolve, reject) => {
      worker.removeAllListeners()
      worker.once('message', ({ result, problem }) => (problem ? reject(new Error(problem)) : resolve(result)))
      worker.once('error', reject)
      worker.postMessage(request)
    })
  await Promise.all(
    Array.from({ length: Math.min(workers, names.length) }, async () => {
      const worker = new Worker(new URL('worker.mjs', import.meta.url), {
        workerData: { peer: sides.peer.file, own: sides.own.file },
      })
      for (let name; (name = names.shift());) results.set(name, await answer(worker, { name, every: all }))
      await worker.terminate()
    }),
  )
  return chosen.map(({ name }) => results.get(name))
}

const options = optionsOf(process.argv.slice(2))
const sides = { peer: resolveSide('--peer', options.peer), own: resolveSide('--module', options.module) }
const known = await apps()
const exact = known.filter(({ name }) => name === options.only)
const chosen = exact.length > 0 ? exact : known.filter(({ name }) => name.includes(options.only))
if (chosen.length === 0)
  fail(`No app has '${options.only}' in its name.`, `There are ${known.map(({ name }) => name).join(', ')}.`)

if (options.order !== undefined) {
  await replay(chosen, options.order, sides)
} else {
  const results = await playAll(chosen, sides, options)
  printTable(results, sides)
  printWrong(results, known, options.show)
  const counted = results.filter(({ limit }) => !limit)
  const wrong = counted.reduce(
    (sum, { found }) =>
      sum + new Set(found.filter(({ column }) => OURS.includes(column)).map(({ number }) => number)).size,
    0,
  )
  const played = counted.reduce((sum, { played }) => sum + played, 0)
  console.log(`${played - wrong} passed, ${wrong} failed`)
  process.exitCode = wrong > 0 ? 1 : 0
}
