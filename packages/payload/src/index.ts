export { sanguine } from './plugin.js'
export type { FeedOptions, SanguineOptions } from './options.js'
export { versionAfter } from './version/rows.js'
