/** Loaded before everything else: gives `@tanstack/query-core` and `sanguine` the modules in SANGUINE, if that is set. */
import { register } from 'node:module'

const hooks = (folder) => `
  const modules = {
    '@tanstack/query-core': 'sanguine.mjs',
    'sanguine/intents': 'sanguine-intents.mjs',
    'sanguine/records': 'sanguine-records.mjs',
    'sanguine/conflicts': 'sanguine-conflicts.mjs',
    'sanguine/pacing': 'sanguine-pacing.mjs',
    'sanguine/drafts': 'sanguine-drafts.mjs',
    'sanguine/payload': 'sanguine-payload.mjs',
  }
  const folder = ${JSON.stringify(folder)}
  // As in the package: with a name that lies in another module.
  const whole = "export * from '" + folder + "sanguine.mjs'; export { temporary } from '" + folder + "sanguine-intents.mjs'"
  export async function resolve(specifier, context, next) {
    if (specifier === 'sanguine') {
      return { url: 'data:text/javascript,' + encodeURIComponent(whole), shortCircuit: true }
    }
    return specifier in modules
      ? { url: folder + modules[specifier], shortCircuit: true }
      : next(specifier, context)
  }`

if (process.env.SANGUINE) {
  register(`data:text/javascript,${encodeURIComponent(hooks(process.env.SANGUINE))}`)
}
