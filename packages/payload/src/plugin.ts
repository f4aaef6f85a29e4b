import type { BaseDatabaseAdapter, CollectionConfig, Config, Plugin } from 'payload'

import { tellBusy } from './busy.js'
import type { Adapter } from './database/adapter.js'
import { installDatabase } from './database/install.js'
import { changesCollection } from './feed/changes.js'
import { changesEndpoint } from './feed/endpoint.js'
import { feedHooks, forgetPlace } from './feed/record.js'
import { keyedEndpoints } from './idempotency/endpoints.js'
import { keysCollection } from './idempotency/keys.js'
import { settingsOf, type SanguineOptions, type Settings } from './options.js'
import { withVersionField } from './version/field.js'
import { versionHooks } from './version/hooks.js'

/**
 * Gives the named collections what optimistic clients need of a server: versions, preconditions, and keys for repeated requests.
 *
 * Throws, and so stops Payload at its start, if the database is neither SQLite nor PostgreSQL, if its transactions are off, or if
 * an option cannot be meant.
 *
 *     plugins: [sanguine({ collections: ['orders', 'events'] })]
 */
export function sanguine(options: SanguineOptions): Plugin {
  const settings = settingsOf(options)
  return (config) => withSanguine(config, settings)
}

function withSanguine(config: Config, settings: Settings): Config {
  const collections = config.collections ?? []
  const missing = settings.collections.find((slug) => !collections.some((collection) => collection.slug === slug))
  if (missing !== undefined) {
    throw new Error(
      `sanguine: there is no collection “${missing}”. Name it as its slug is written, before the plugin runs.`,
    )
  }
  mustBeSupported(config.db)
  const { feed } = settings
  if (feed) {
    mustBeFree(feed.path, config)
  }
  const { init } = config.db
  return {
    ...config,
    db: {
      ...config.db,
      init: (args) => installDatabase(init(args) as unknown as Adapter, settings) as unknown as BaseDatabaseAdapter,
    },
    hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), tellBusy, forgetPlace] },
    collections: [
      ...collections.map((each) => (settings.collections.includes(each.slug) ? withParts(each, settings) : each)),
      keysCollection,
      ...(feed ? [changesCollection] : []),
    ],
    endpoints: [...(config.endpoints ?? []), ...(feed ? [changesEndpoint(feed.path)] : [])],
  }
}

const FIRST = ['beforeOperation', 'beforeValidate', 'beforeDelete'] as const
const LAST = ['afterChange', 'afterDelete', 'afterOperation'] as const

type Hooks = NonNullable<CollectionConfig['hooks']>

function withParts(collection: CollectionConfig, settings: Settings): CollectionConfig {
  const own = collection.hooks ?? {}
  const version: Hooks = versionHooks(settings)!
  const feed: Hooks = settings.feed ? feedHooks() : {}
  const first = FIRST.map((name) => [name, [...(version[name] ?? []), ...(feed[name] ?? []), ...(own[name] ?? [])]])
  const last = LAST.map((name) => [name, [...(own[name] ?? []), ...(version[name] ?? []), ...(feed[name] ?? [])]])
  return {
    ...collection,
    fields: withVersionField(collection, settings.versionField),
    forceSelect: { ...collection.forceSelect, [settings.versionField]: true } as never,
    endpoints: keyedEndpoints(collection, settings.keepKeysFor * 1000),
    hooks: { ...own, ...Object.fromEntries([...first, ...last]) },
  }
}

/** Payload looks for collections and globals before it looks for endpoints. */
function mustBeFree(path: string, { collections, endpoints }: Config): void {
  const first = path.split('/')[1]
  if (first === 'globals' || collections?.some(({ slug }) => slug === first)) {
    throw new Error(`sanguine: the address ${path} of the feed is one of a collection. Give it another with feed.path.`)
  }
  if (endpoints?.some((endpoint) => endpoint.method === 'get' && endpoint.path === path)) {
    throw new Error(`sanguine: the app has an endpoint at ${path}. Give the feed another address with feed.path.`)
  }
}

function mustBeSupported(db: Config['db'] | undefined): void {
  const name = db?.name ?? 'none'
  if (name !== 'sqlite' && name !== 'postgres') {
    throw new Error(
      `sanguine: the database adapter “${name}” is not supported, because a version must be checked in its transaction. ` +
        'Use @payloadcms/db-postgres or @payloadcms/db-sqlite.',
    )
  }
}
