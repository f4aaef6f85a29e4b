import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'

import { OneWriter } from './one-writer'

type Place = { url: string; migrationDir: string }

/**
 * Payload's adapter for SQLite with transactions, which are off unless asked for: a change is made as a whole or
 * not at all. They need a client that lets them through one by one.
 */
export function shopDatabase({ url, migrationDir }: Place): DatabaseAdapterObj<SQLiteAdapter> {
  const database = sqliteAdapter({ client: { url }, migrationDir, push: false, transactionOptions: {} })
  const init: typeof database.init = (args) => {
    const adapter = database.init(args)
    const { connect, commitTransaction } = adapter
    let writer: OneWriter
    adapter.connect = async (options) => {
      adapter.client ??= writer = await OneWriter.open(url)
      await connect!.call(adapter, options)
    }
    adapter.commitTransaction = async (id) => {
      await commitTransaction.call(adapter, id)
      // The adapter keeps this error to itself, and so a change that is not there would be answered as saved.
      writer.throwIfNotCommitted()
    }
    return adapter
  }
  return { ...database, init }
}
