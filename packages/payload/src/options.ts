import type { PayloadRequest } from 'payload'

/** The options of the plugin. */
export type SanguineOptions = {
  /** The slugs of the collections that get versions, preconditions and idempotency keys. */
  collections: string[]

  /**
   * The name of the number field that holds a record's version. The plugin adds it if the collection has none of that name.
   * Default: `version`.
   */
  versionField?: string

  /**
   * Whether a change or removal without `If-Match` is refused with 428. A function decides for each request. Trusted code, which
   * calls Payload's local API with `overrideAccess`, is never refused. Payload's admin sends no `If-Match`. Default: false.
   */
  require?: boolean | ((req: PayloadRequest) => boolean)

  /** How long the answer to a keyed request is kept, in seconds. Default: 86,400, which is a day. */
  keepKeysFor?: number

  /** The stream of changes at `GET /api/changes`. False: there is none, and nothing is written for it. */
  feed?: FeedOptions | false
}

/** Options of the stream of changes. */
export type FeedOptions = {
  /** Its address below Payload's API. Default: `/changes`. */
  path?: string

  /** How long a change is kept for readers who come back, in seconds. Default: 604,800, which is a week. */
  keepFor?: number

  /** How many changes are kept at most. Default: 100,000. */
  keepAtMost?: number

  /** How many streams one user may have open on one server. Default: 10. */
  connectionsPerUser?: number

  /** How many streams all who are not signed in may have open on one server, together. Default: 500. */
  connectionsOfAnonymous?: number

  /** After how long without an event a reader gets a sign of life, in seconds. Default: 15. */
  heartbeat?: number

  /** How often the table is looked at without a notification, in seconds. Default: 10. */
  poll?: number

  /** A reader who takes nothing for so long is sent away, in seconds. Default: 60. */
  stall?: number
}

export type FeedSettings = Required<FeedOptions>

/** The options with their defaults. */
export type Settings = Required<Omit<SanguineOptions, 'feed'>> & { feed: FeedSettings | false }

const DAY_S = 86_400

const KNOWN = ['collections', 'versionField', 'require', 'keepKeysFor', 'feed']

const FEED: FeedSettings = {
  path: '/changes',
  keepFor: 7 * DAY_S,
  keepAtMost: 100_000,
  connectionsPerUser: 10,
  connectionsOfAnonymous: 500,
  heartbeat: 15,
  poll: 10,
  stall: 60,
}

/** The most seconds that a timer can count. */
const LONGEST_TIMER_S = 2_147_483

/** Fills in the defaults. Throws if an option cannot be meant. */
export function settingsOf(options: SanguineOptions): Settings {
  const unknown = Object.keys(options ?? {}).find((name) => !KNOWN.includes(name))
  if (unknown) {
    throw new Error(`sanguine: there is no option “${unknown}”. The options are ${KNOWN.join(', ')}.`)
  }
  const { collections, versionField = 'version', require = false, keepKeysFor = DAY_S, feed = {} } = options ?? {}
  if (!Array.isArray(collections) || collections.length === 0) {
    throw new Error("sanguine: name the collections: sanguine({ collections: ['orders'] }).")
  }
  if (!(keepKeysFor > 0)) {
    throw new Error('sanguine: keepKeysFor must be a number of seconds above 0.')
  }
  return { collections, versionField, require, keepKeysFor, feed: feedSettingsOf(feed) }
}

function feedSettingsOf(options: FeedOptions | false): FeedSettings | false {
  if (options === false) {
    return false
  }
  if (typeof options !== 'object' || options === null) {
    throw new Error('sanguine: feed must be false, or an object of options: feed: { heartbeat: 15 }.')
  }
  const unknown = Object.keys(options).find((name) => !(name in FEED))
  if (unknown) {
    throw new Error(`sanguine: feed has no option “${unknown}”. Its options are ${Object.keys(FEED).join(', ')}.`)
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const settings: FeedSettings = { ...FEED, ...Object.fromEntries(given) }
  const { path, ...numbers } = settings
  if (typeof path !== 'string' || !/^(\/[\w-]+)+$/.test(path)) {
    throw new Error('sanguine: feed.path must be an address below the API, such as /changes.')
  }
  for (const [name, value] of Object.entries(numbers)) {
    const isTimer = ['heartbeat', 'poll', 'stall'].includes(name)
    const isCount = ['keepAtMost', 'connectionsPerUser', 'connectionsOfAnonymous'].includes(name)
    const mayBeZero = name === 'connectionsOfAnonymous'
    if (
      typeof value !== 'number' ||
      !(mayBeZero ? value >= 0 : value > 0) ||
      !Number.isFinite(value) ||
      (isCount && !Number.isSafeInteger(value)) ||
      (isTimer && value > LONGEST_TIMER_S)
    ) {
      const kind = isCount ? 'a whole number' : 'a number of seconds'
      throw new Error(`sanguine: feed.${name} must be ${kind}${mayBeZero ? '' : ' above 0'}.`)
    }
  }
  return settings
}
