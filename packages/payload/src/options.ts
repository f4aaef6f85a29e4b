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
}

/** The options with their defaults. */
export type Settings = Required<SanguineOptions>

const DAY_S = 86_400

const KNOWN = ['collections', 'versionField', 'require', 'keepKeysFor']

/** Fills in the defaults. Throws if an option cannot be meant. */
export function settingsOf(options: SanguineOptions): Settings {
  const unknown = Object.keys(options ?? {}).find((name) => !KNOWN.includes(name))
  if (unknown) {
    throw new Error(`sanguine: there is no option “${unknown}”. The options are ${KNOWN.join(', ')}.`)
  }
  const { collections, versionField = 'version', require = false, keepKeysFor = DAY_S } = options ?? {}
  if (!Array.isArray(collections) || collections.length === 0) {
    throw new Error("sanguine: name the collections: sanguine({ collections: ['orders'] }).")
  }
  if (!(keepKeysFor > 0)) {
    throw new Error('sanguine: keepKeysFor must be a number of seconds above 0.')
  }
  return { collections, versionField, require, keepKeysFor }
}
