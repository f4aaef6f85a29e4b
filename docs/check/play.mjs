/** Plays the scenarios of the modules that are named, on the engine that engine.mjs chose; one line of JSON each. */
import { begin, end, render } from './out/kit.js'
import { scenarios } from './out/scenario.js'

const isSanguine = Boolean(process.env.SANGUINE)
const features = isSanguine
  ? [(await import('sanguine/records')).records, (await import('sanguine/pacing')).pacing]
  : []
const stray = []
process.on('unhandledRejection', (error) => stray.push(error))

for (const file of process.argv.slice(2)) {
  await import(`./out/${file}`)
}
for (const { title, forms, play } of scenarios) {
  for (const [form, hooks] of forms) {
    if (!isSanguine && form !== 'pattern') {
      continue
    }
    let why = ''
    try {
      await begin(features)
      await play(render(hooks), form !== 'option', isSanguine)
    } catch (error) {
      why = `  ${error.stack}`
    }
    end()
    if (stray.length) {
      why += `  unhandled: ${stray
        .splice(0)
        .map((error) => error?.stack ?? error)
        .join('\n')}`
    }
    console.log(JSON.stringify({ title: `${title}, ${form}`, why }))
  }
}
process.exit(0)
