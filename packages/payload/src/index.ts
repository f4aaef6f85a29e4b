export { sanguine } from './plugin.js'
export type { SanguineOptions } from './options.js'
export { versionAfter } from './version/rows.js'
