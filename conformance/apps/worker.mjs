/** A thread that plays whole apps on both libraries. */
import { parentPort, workerData } from 'node:worker_threads'
import { load } from '../differential/sides.mjs'
import { apps } from './found.mjs'
import { ordersOf, sample } from './orders.mjs'
import { play } from './play.mjs'
import { findings, waysOf } from './ways.mjs'

// What development builds tell people is not compared.
console.error = console.warn = () => undefined

const libraries = { peer: await load(workerData.peer), own: await load(workerData.own) }
const all = new Map((await apps()).map((app) => [app.name, app]))

async function playApp({ name, every }) {
  const app = all.get(name)
  const orders = ordersOf(app)
  const numbers = every ? orders.keys() : sample(orders.length)
  const found = []
  let played = 0
  for (const number of numbers) {
    const plays = {}
    for (const way of waysOf(app)) plays[way.name] = await play(libraries[way.library], app, orders[number], way)
    played++
    for (const [column, what] of Object.entries(findings(plays, app))) if (what) found.push({ column, number, ...what })
  }
  return { name, limit: app.limit, played, found }
}

parentPort.on('message', async (request) => {
  try {
    parentPort.postMessage({ result: await playApp(request) })
  } catch (error) {
    parentPort.postMessage({ problem: error.stack })
  }
})
