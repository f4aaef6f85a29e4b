// Plays each case on the rival's npm release and on Sanguine, and prints what both show at each moment.
import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { modulePath } from '../cost/sides.mjs'
import { optionsOf } from '../options.mjs'

const args = optionsOf('bench/rivals [--module FILE] [--only WORD]', {
  module: { type: 'string' },
  only: { type: 'string' },
})
process.on('unhandledRejection', () => {})

const files = ['data-client', 'tanstack-db', 'react-admin', 'hook-form', 'rxdb', 'payload']
const all = (await Promise.all(files.map((file) => import(`./${file}.mjs`)))).flatMap((file) => file.cases)
const chosen = all.filter((c) => !args.only || `${c.title} ${c.rivals.map((r) => r.library)}`.includes(args.only))
if (!chosen.length) process.exit(0)

const place = (name) =>
  [`./node_modules/${name}/package.json`, `../node_modules/${name}/package.json`]
    .map((path) => new URL(path, import.meta.url))
    .find(existsSync)
const release = (name) => `${name} ${JSON.parse(readFileSync(place(name))).version}`

/** The main module, and its features that lie beside it. */
async function sanguine() {
  const main = modulePath(args.module)
  const load = (path) => (existsSync(path) ? import(pathToFileURL(path)) : {})
  const names = ['records', 'pacing', 'conflicts', 'drafts', 'intents']
  const parts = await Promise.all(names.map((name) => load(main.replace(/(\.dev)?\.mjs$/, `-${name}$&`))))
  return Object.assign({ ...(await load(main)) }, ...parts)
}

const log = console
async function play(run) {
  const seen = {}
  globalThis.console = { ...console, error() {}, warn() {}, log() {}, info() {} }
  try {
    await run((moment, shown) => void (seen[moment] = String(shown)))
  } catch (error) {
    if (process.env.DEBUG) log.error(error)
    seen.failed = `did not run: ${String(error.message).split('\n')[0]}`
  }
  globalThis.console = log
  return seen
}

const row = (cells) => log.log(`| ${cells.join(' | ')} |`)
const heads = (cells) => {
  row(cells)
  row(cells.map(() => '---'))
}
const wrongOf = (right, seen) => Object.keys(right).filter((moment) => seen[moment] !== right[moment])

const ours = await sanguine()
const summary = []
let wrong = 0
log.log('# Cases in which a rival is known to be wrong\n')
log.log('What each shows at each moment. What is **bold** is wrong.\n')
for (const { title, schedule, right, rivals, ours: run } of chosen) {
  const seen = []
  for (const rival of rivals) seen.push(await play(rival.run))
  seen.push(await play((see) => run(ours, see)))
  const names = [...rivals.map((rival) => rival.how ?? rival.library), 'Sanguine']
  log.log(`## ${title}\n\n${schedule}\n`)
  heads(['moment', 'right', ...names])
  for (const moment in right) {
    const cells = seen.map((s) => s[moment] ?? s.failed ?? 'nothing')
    row([moment, right[moment], ...cells.map((cell) => (cell === right[moment] ? cell : `**${cell}**`))])
  }
  const packages = [...new Set(rivals.flatMap((rival) => rival.packages))].map(release).join(', ')
  log.log(
    `\n${packages}. ${rivals
      .map((rival) => rival.note)
      .filter(Boolean)
      .join(' ')}\n`,
  )
  const results = seen.map((s) => wrongOf(right, s).join('; ') || 'never')
  if (results.at(-1) !== 'never') wrong++
  const theirs = results.slice(0, -1)
  summary.push([
    title,
    rivals[0].library,
    theirs.length > 1 ? theirs.map((result, i) => `${names[i]}: ${result}`).join('. ') : theirs[0],
    results.at(-1),
  ])
}
log.log('## All cases\n')
heads(['case', 'rival', 'it is wrong when', 'Sanguine is wrong when'])
summary.forEach(row)
process.exit(wrong ? 1 : 0)
