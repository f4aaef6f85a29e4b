import { startFeed } from '../feed/feed.js'
import type { Settings } from '../options.js'
import { tableOf, type Adapter } from './adapter.js'
import { installTransactions, transactionOf } from './transactions.js'
import { lock, lockedIn, readVersion, type Place } from '../version/rows.js'

import type { PayloadRequest } from 'payload'

/** Prepares the adapter before Payload connects it. Its transactions are replaced once there is a connection. */
export function installDatabase(adapter: Adapter, settings: Settings): Adapter {
  const { connect } = adapter
  let isInstalled = false
  adapter.connect = async (options) => {
    if (!isInstalled) {
      mustHaveTransactions(adapter)
    }
    await connect!.call(adapter, options)
    // A second connect comes from hot reload.
    if (!isInstalled) {
      isInstalled = true
      installTransactions(adapter)
      keepVersions(adapter, settings)
    }
    await startFeed(adapter, settings)
  }
  return adapter
}

/** With transactions switched off, Payload's adapters have a `beginTransaction` that begins nothing. */
function mustHaveTransactions({ name, beginTransaction, transactionOptions }: Adapter): void {
  if (name === 'sqlite' ? !transactionOptions : beginTransaction.name !== 'beginTransaction') {
    const remedy =
      name === 'sqlite'
        ? 'sqliteAdapter({ ..., transactionOptions: {} })'
        : 'postgresAdapter({ ... }) without transactionOptions: false'
    throw new Error(`sanguine: the database's transactions are off. Switch them on: ${remedy}.`)
  }
}

type Update = { collection: string; data: Record<string, unknown>; id?: unknown; req?: PayloadRequest }

/**
 * Payload writes records back whole, also outside of its operations: a login writes the user with the version that it read. So
 * each write of a named collection's row gets the version of the database, whatever it brings.
 */
function keepVersions(adapter: Adapter, { collections, versionField: field }: Settings): void {
  const updateOne = adapter.updateOne as unknown as (args: Update) => Promise<unknown>
  const keeping = async (args: Update) => {
    const { collection: slug, data, id, req } = args
    if (!collections.includes(slug) || !(field in data)) {
      return updateOne.call(adapter, args)
    }
    const place: Place = { slug, field, adapter, table: tableOf(adapter, slug) }
    const transaction = await transactionOf(req, adapter)
    const raised = transaction && lockedIn(transaction, slug, id)
    const version =
      raised?.version ??
      (transaction ? (await lock(transaction, place, id))?.version : await readVersion(adapter.drizzle, place, id))
    const { [field]: _, ...others } = data
    return updateOne.call(adapter, { ...args, data: version === undefined ? others : { ...others, [field]: version } })
  }
  adapter.updateOne = keeping as unknown as Adapter['updateOne']
}
