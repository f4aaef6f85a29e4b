/** conformance/run differential: random programs on query-core and on Sanguine, compared. */
import { parseArgs } from 'node:util'
import { BROKEN } from './broken.mjs'
import { Player, playAll } from './players.mjs'
import { fail } from '../say.mjs'
import { GROUP_NAMES } from './program.mjs'
import { load, newestPeer, OWN_MODULE, sideOf } from './sides.mjs'
import { missingIn } from './surface.mjs'
import { WORDS } from './words.mjs'

const USE =
  'Use: conformance/run differential [--from N] [--count N] [--steps N] [--module PATH] [--peer VERSION|PATH] [--show N] [--without WORD,...] [--workers N] [--self-check]'

const OPTIONS = {
  from: { type: 'string', default: '1' },
  count: { type: 'string', default: '1000' },
  steps: { type: 'string', default: '40' },
  show: { type: 'string', default: '3' },
  workers: { type: 'string', default: '2' },
  module: { type: 'string', default: OWN_MODULE },
  peer: { type: 'string', default: newestPeer() },
  without: { type: 'string', default: '' },
  'self-check': { type: 'boolean', default: false },
}

/** How many differing seeds are listed with their first difference. */
const LISTED = 10

/** How many programs each broken library is given. */
const BROKEN_SEEDS = 1000

function optionsOf(argv) {
  let values
  try {
    values = parseArgs({ args: argv, options: OPTIONS }).values
  } catch (error) {
    fail(`${error.message.split('. ')[0]}.`, USE)
  }
  for (const name of ['from', 'count', 'steps', 'show', 'workers']) {
    if (!/^\d+$/.test(values[name]) || (name !== 'show' && Number(values[name]) === 0))
      fail(`--${name} wants a whole number from 1 on, not '${values[name]}'.`, USE)
    values[name] = Number(values[name])
  }
  values.without = values.without.split(',').filter(Boolean)
  const unknown = values.without.find((word) => !WORDS[word] && !GROUP_NAMES.includes(word))
  if (unknown)
    fail(
      `There is no word or group '${unknown}' to leave out.`,
      `Groups: ${GROUP_NAMES.join(', ')}. Words: ${Object.keys(WORDS).join(', ')}.`,
    )
  return values
}

function resolveSide(option, wanted) {
  const side = sideOf(option, wanted)
  if (side.problem) fail(side.problem, side.remedy)
  return side
}

/** Loads a side; what is no library of queries is said so. */
async function libraryOf({ name, file }) {
  let library
  try {
    library = await load(file)
  } catch (error) {
    fail(
      `${name} could not be loaded: ${error.message.split('\n')[0]}`,
      'Give the path of an ES module with the exports of query-core.',
    )
  }
  if (typeof library.QueryClient !== 'function')
    fail(`${name} exports no QueryClient.`, 'Give the path of an ES module with the exports of query-core.')
  return library
}

/** Shrinks differing seeds, until so many different ones are found. */
async function showSmallest(seeds, sides, request, show) {
  const player = new Player(sides)
  const seen = new Set()
  for (const seed of seeds.slice(0, show * 4)) {
    if (seen.size === show) break
    try {
      const { program, text, words } = await player.ask({ task: 'shrink', seed, ...request })
      const signature = `${text.split('\n')[0].replace(/\d+/g, '')} ${words}`
      if (seen.has(signature)) continue
      seen.add(signature)
      console.log(`\nseed ${seed}, made small:\n${program}\n${text}`)
    } catch (error) {
      console.log(`\nseed ${seed} could not be made small: ${error.message}`)
    }
  }
  player.close()
}

/** Long lines are shown whole only in programs that were made small. */
function clipped(text) {
  return text
    .split('\n')
    .map((line) => (line.length > 240 ? `${line.slice(0, 240)} ...` : line))
    .join('\n')
}

function tableOf(kinds) {
  return Object.entries(kinds)
    .sort((a, b) => b[1] - a[1])
    .map(([kind, count]) => `${count} in ${kind}`)
    .join(', ')
}

/** The test itself: the peer is like itself, and each library that is broken on purpose is found out. */
async function selfCheck(peer, request, workers) {
  const failures = []
  const alike = { peerFile: peer.file, ourFile: peer.file }
  await playAll({
    from: 1,
    count: 50,
    workers,
    sides: alike,
    request,
    done: (seed, difference) => difference && failures.push(`seed ${seed} differs between ${peer.name} and itself`),
  })
  const names = Object.keys(BROKEN)
  let next = 0
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (next < names.length) {
        const broken = names[next++]
        if (!(await isFoundOut({ ...alike, broken }, request)))
          failures.push(`${BROKEN_SEEDS} programs do not notice: ${broken}`)
      }
    }),
  )
  failures.forEach((failure) => console.log(`FAILED  ${failure}`))
  console.log(
    `${names.length} libraries broken on purpose, ${peer.name} beside itself: ${failures.length ? `${failures.length} failures` : 'as it should be'}`,
  )
  return { passed: names.length + 1 - failures.length, failed: failures.length }
}

async function isFoundOut(sides, request) {
  const player = new Player(sides)
  try {
    for (let seed = 1; seed <= BROKEN_SEEDS; seed++) {
      if (await player.ask({ task: 'play', seed, ...request })) return true
    }
    return false
  } finally {
    player.close()
  }
}

const options = optionsOf(process.argv.slice(2))
const { from, count, steps, show, workers, without } = options
const peer = resolveSide('--peer', options.peer)
const ours = resolveSide('--module', options.module)
const sides = { peerFile: peer.file, ourFile: ours.file }
const request = { steps, without }
const start = Date.now()

const missing = missingIn(await libraryOf(ours), await libraryOf(peer))
missing.forEach((member) => console.log(`FAILED  ${ours.name} lacks ${member}`))

const checked = options['self-check'] ? await selfCheck(peer, request, workers) : { passed: 0, failed: 0 }

console.log(`${peer.name} beside ${ours.name}: seeds ${from} to ${from + count - 1}, ${steps} steps each`)
const differing = []
const kinds = {}
let played = 0
await playAll({
  from,
  count,
  workers,
  sides,
  request,
  done: (seed, difference) => {
    if (++played % 10_000 === 0)
      console.log(`${played} played, ${differing.length} differ, ${Math.round((Date.now() - start) / 1000)} s`)
    if (!difference) return
    kinds[difference.kind] = (kinds[difference.kind] ?? 0) + 1
    differing.push({ seed, difference })
  },
})
differing.sort((a, b) => a.seed - b.seed)
if (differing.length) {
  for (const { seed, difference } of differing.slice(0, LISTED))
    console.log(`seed ${seed} differs in ${clipped(difference.text)}`)
  if (differing.length > LISTED)
    console.log(
      `and ${differing.length - LISTED} more: ${differing
        .slice(LISTED)
        .map(({ seed }) => seed)
        .join(' ')}`,
    )
  console.log(`first differences: ${tableOf(kinds)}`)
  await showSmallest(
    differing.map(({ seed }) => seed),
    sides,
    request,
    show,
  )
}
console.log(
  `${Math.round((Date.now() - start) / 100) / 10} s; one program alone: conformance/run differential --from SEED --count 1${ours.file === OWN_MODULE ? '' : ` --module ${options.module}`}`,
)
const failed = differing.length + checked.failed + missing.length
console.log(`${count - differing.length + checked.passed + (missing.length ? 0 : 1)} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
// Timers that an observer above may have left.
process.exit()
