import { adapterOf, tableOf, type Adapter, type Column, type Drizzle, type Table } from '../database/adapter.js'
import { transactionOf, type Transaction } from '../database/transactions.js'

import type { PayloadRequest } from 'payload'

/** A record of a named collection, in the terms of the database. */
export type Place = { slug: string; field: string; adapter: Adapter; table: Table }

/** What one transaction knows about one record. */
export type Locked = {
  /** The version as it stood when the row was locked, or after the last write of this transaction. */
  version: number
  /** Whether this transaction has raised it. */
  raised: boolean
}

export function placeOf(req: PayloadRequest, slug: string, field: string): Place {
  const adapter = adapterOf(req.payload)
  return { slug, field, adapter, table: tableOf(adapter, slug) }
}

/** What this transaction has locked; undefined if the record is not among it. */
export function lockedIn(transaction: Transaction, slug: string, id: unknown): Locked | undefined {
  return transaction.notes.get(noteOf(slug, id)) as Locked | undefined
}

/**
 * Locks the row of a record until the end of the transaction, and reads its version. Undefined if there is no such row.
 *
 * On PostgreSQL the database locks the row. On SQLite a transaction has the whole database for itself from its first statement.
 */
export async function lock(transaction: Transaction, place: Place, id: unknown): Promise<Locked | undefined> {
  const version = await readVersion(transaction.db, place, id, true)
  if (version === undefined) {
    return undefined
  }
  const before = lockedIn(transaction, place.slug, id)
  const locked = { version, raised: before?.raised ?? false }
  transaction.notes.set(noteOf(place.slug, id), locked)
  return locked
}

/** Raises the version of a locked record by one. The statement fails if another has raised it, which cannot happen under the lock. */
export async function raise(transaction: Transaction, place: Place, id: unknown): Promise<number> {
  const { adapter, table, field } = place
  const { version } = lockedIn(transaction, place.slug, id)!
  const { and, or, equals, isNull } = adapter.operators
  const column = table[field]!
  const isAsLocked = version === 0 ? or(isNull(column), equals(column, 0)) : equals(column, version)
  const rows = await transaction.db
    .update(table)
    .set({ [field]: version + 1 })
    .where(and(equals(table.id!, asId(table.id!, id)), isAsLocked))
    .returning({ version: column })
  if (rows.length !== 1) {
    throw new Error(`sanguine: the version of ${place.slug} ${String(id)} was changed under its lock.`)
  }
  transaction.notes.set(noteOf(place.slug, id), { version: version + 1, raised: true })
  return version + 1
}

/** The version of a record, 0 if it was written before there were versions, or undefined if there is no such record. */
export async function readVersion(
  db: Drizzle,
  place: Place,
  id: unknown,
  andLock = false,
): Promise<number | undefined> {
  const { adapter, table, field } = place
  const key = asId(table.id!, id)
  if (key === undefined) {
    return undefined
  }
  const selection = db.select({ version: table[field]! }).from(table).where(adapter.operators.equals(table.id!, key))
  const [row] = await (andLock && selection.for ? selection.for('update') : selection)
  return row && Number(row.version ?? 0)
}

/**
 * The version of a record after the write that this transaction makes; for a removal, the number that follows its last version.
 * For hooks that come after the plugin's own, such as `afterChange` and `afterDelete`. Undefined outside of a transaction.
 */
export async function versionAfter(req: PayloadRequest, slug: string, id: unknown): Promise<number | undefined> {
  const transaction = await transactionOf(req)
  return transaction && lockedIn(transaction, slug, id)?.version
}

const noteOf = (slug: string, id: unknown) => `version ${slug} ${String(id)}`

const LARGEST_INTEGER = 2 ** 31 - 1
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The id as the column takes it; undefined for what the database would call an error. */
export function asId(column: Column, id: unknown): string | number | undefined {
  if (column.dataType === 'number') {
    const number = typeof id === 'number' ? id : typeof id === 'string' && id.trim() !== '' ? Number(id) : NaN
    return Number.isInteger(number) && Math.abs(number) <= LARGEST_INTEGER ? number : undefined
  }
  const text = typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
  return text === undefined || (column.getSQLType() === 'uuid' && !UUID.test(text)) || text.includes('\0')
    ? undefined
    : text
}
