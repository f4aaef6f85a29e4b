/** Loaded before everything else: gives `@tanstack/query-core` and `sanguine` the file in SANGUINE, if one is named. */
import { register } from 'node:module'

const hooks = (file) => `
  export async function resolve(specifier, context, next) {
    return /^(@tanstack\\/query-core|sanguine)$/.test(specifier)
      ? { url: ${JSON.stringify(file)}, shortCircuit: true }
      : next(specifier, context)
  }`

if (process.env.SANGUINE) {
  register(`data:text/javascript,${encodeURIComponent(hooks(process.env.SANGUINE))}`)
}
