import type { BaseDatabaseAdapter, CollectionConfig, Config, Plugin } from 'payload'

import { tellBusy } from './busy.js'
import type { Adapter } from './database/adapter.js'
import { installDatabase } from './database/install.js'
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
  const { init } = config.db
  return {
    ...config,
    db: {
      ...config.db,
      init: (args) => installDatabase(init(args) as unknown as Adapter, settings) as unknown as BaseDatabaseAdapter,
    },
    hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), tellBusy] },
    collections: [
      ...collections.map((each) => (settings.collections.includes(each.slug) ? withParts(each, settings) : each)),
      keysCollection,
    ],
  }
}

const PARTS = ['beforeOperation', 'beforeValidate', 'beforeDelete'] as const

function withParts(collection: CollectionConfig, settings: Settings): CollectionConfig {
  const own = collection.hooks ?? {}
  const added = versionHooks(settings)!
  const first = Object.fromEntries(PARTS.map((name) => [name, [...added[name]!, ...(own[name] ?? [])]]))
  return {
    ...collection,
    fields: withVersionField(collection, settings.versionField),
    forceSelect: { ...collection.forceSelect, [settings.versionField]: true } as never,
    endpoints: keyedEndpoints(collection, settings.keepKeysFor * 1000),
    hooks: { ...own, ...first, afterOperation: [...(own.afterOperation ?? []), ...added.afterOperation!] },
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
