import { randomBytes } from 'node:crypto'

import { tableOf, type Adapter, type Drizzle, type Table } from '../database/adapter.js'
import { hasCode, type Transaction } from '../database/transactions.js'
import { CHANGES, type Change } from './changes.js'
import { BEGINNING, compare, type Place } from './place.js'

/*
 * The table of changes, and why a reader of it misses none.
 *
 * A number from a sequence is given before the commit. If a reader has passed number 6 when the transaction of number 5 commits,
 * it never sees 5. So the order is that of transactions, and a reader goes only so far as all transactions have ended.
 *
 * PostgreSQL numbers transactions (`pg_current_xact_id`) and says which is the oldest that still runs (`pg_snapshot_xmin`). What
 * has a smaller number is committed or gone for ever. So a reader stops before the oldest one that runs: no commit can come later
 * at a place that he has passed.
 *
 * SQLite has one writer. The number is one more than the largest in the table, read by the writer, so it is the order of commits.
 */

/** The largest number of changes that are read at once. */
const BATCH = 50

/** A part that is after all changes of a transaction. */
const LAST_PART = 1_000_000_000

const COLUMNS = 'xact, part, collection, record, version, operation, time, before'

/** What comes after a place: changes, and whether others wait for an older transaction. Null: the place is no longer known. */
export type Batch = { changes: Change[]; waits: boolean } | null

export type Kept = { keepForMs: number; keepAtMost: number }

type Row = Record<string, unknown>

export class ChangeLog {
  private readonly table: Table
  private readonly sqlTable: string
  private readonly isPostgres: boolean

  constructor(
    private readonly adapter: Adapter,
    private readonly kept: Kept,
  ) {
    this.table = tableOf(adapter, CHANGES)
    this.isPostgres = adapter.name === 'postgres'
    const { schemaName, tableNameMap } = adapter
    this.sqlTable = `${schemaName ? `"${schemaName}".` : ''}"${tableNameMap.get('sanguine_changes')}"`
  }

  /** The name of the feed, which tells it from the feed of another database, and the last transaction that was pruned. */
  async state(db?: Drizzle): Promise<{ name: string; pruned: number } | undefined> {
    const [row] = await this.sql(`SELECT record, version FROM ${this.sqlTable} WHERE xact = 0`, db)
    return row && { name: String(row.record), pruned: Number(row.version) }
  }

  /**
   * Begins the feed if the database has none. Does nothing if the table is not there yet, because migrations are still to run.
   *
   * If PostgreSQL counts below what the table has, its data came from another server. Then the feed begins anew, with a new name.
   */
  async open(): Promise<void> {
    try {
      await this.inTransaction(async (transaction) => {
        const { db } = transaction
        if (this.isPostgres) {
          await this.sql(
            `DELETE FROM ${this.sqlTable} WHERE (SELECT max(xact) FROM ${this.sqlTable}) >
             (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::numeric)`,
            db,
          )
        }
        await this.begin(db)
      })
    } catch (error) {
      if (!hasCode(error, (code) => code === '42P01') && !/no such table/.test(causesOf(error))) {
        throw error
      }
    }
  }

  /** Writes changes of one record in their transaction, and gives their place. */
  async write(transaction: Transaction, change: Omit<Change, 'xact' | 'part' | 'time'>): Promise<Place> {
    const { db, notes } = transaction
    const place = (notes.get(this) as Place | undefined) ?? { xact: await this.numberOf(db), part: 0 }
    place.part++
    notes.set(this, place)
    await this.insert(db, { ...change, xact: place.xact, part: place.part, time: Date.now() })
    return { ...place }
  }

  /** The name of the feed, for a writer. */
  async nameIn({ db }: Transaction): Promise<string> {
    const state = await this.state(db)
    if (state) {
      return state.name
    }
    await this.begin(db)
    return (await this.state(db))!.name
  }

  /** The changes after a place, as far as they are safe to read. */
  async read(after: Place): Promise<Batch> {
    const safe = this.isPostgres ? 'pg_snapshot_xmin(pg_current_snapshot())::text' : 'NULL'
    const rows = await this.sql(
      `SELECT ${COLUMNS}, ${safe} AS safe FROM ${this.sqlTable}
       WHERE xact > ${after.xact} OR (xact = ${after.xact} AND part > ${after.part})
       ORDER BY xact, part LIMIT ${BATCH}`,
    )
    // Asked after the rows: what is pruned in between is then noticed.
    const state = await this.state()
    if (!state || after.xact < state.pruned) {
      return null
    }
    const unsafe = this.isPostgres ? rows.findIndex(({ xact, safe }) => Number(xact) >= Number(safe)) : -1
    const changes = (unsafe < 0 ? rows : rows.slice(0, unsafe)).map(changeOf)
    return { changes, waits: unsafe >= 0 }
  }

  /** The end of what is safe to read. */
  async end(): Promise<Place> {
    const safe = this.isPostgres ? 'WHERE xact < pg_snapshot_xmin(pg_current_snapshot())::text::numeric' : ''
    return this.last(safe)
  }

  /** Whether there was such a place; a cursor beyond the last change is none. */
  async has(place: Place): Promise<boolean> {
    return compare(place, await this.last('')) <= 0
  }

  /**
   * Removes what is old or too much. The newest change stays, so that SQLite goes on counting from it. What is not safe to read
   * stays too, so that no commit comes later at a place that was pruned.
   */
  async prune(): Promise<void> {
    const { keepForMs, keepAtMost } = this.kept
    const table = this.sqlTable
    await this.inTransaction(async ({ db }) => {
      const one = async (sql: string) => {
        const value = (await this.sql(sql, db))[0]?.value
        return value === null || value === undefined ? undefined : Number(value)
      }
      const newest = (await one(`SELECT max(xact) AS value FROM ${table}`)) ?? 0
      const young = await one(
        `SELECT min(xact) AS value FROM ${table} WHERE xact > 0 AND time >= ${Date.now() - keepForMs}`,
      )
      const tooMany = await one(
        `SELECT xact AS value FROM ${table} WHERE xact > 0 ORDER BY xact DESC, part DESC LIMIT 1 OFFSET ${keepAtMost}`,
      )
      const safe = this.isPostgres
        ? await one('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS value')
        : undefined
      const upTo = Math.min(Math.max((young ?? newest) - 1, tooMany ?? 0), newest - 1, (safe ?? Infinity) - 1)
      if (upTo > 0) {
        // A transaction may not have written anything: the cursor of a reader can only stand at one that has.
        const pruned = await one(`SELECT max(xact) AS value FROM ${table} WHERE xact > 0 AND xact <= ${upTo}`)
        if (pruned !== undefined) {
          await this.sql(`UPDATE ${table} SET version = ${pruned} WHERE xact = 0 AND version < ${pruned}`, db)
          await this.sql(`DELETE FROM ${table} WHERE xact > 0 AND xact <= ${pruned}`, db)
        }
      }
    })
  }

  private async last(where: string): Promise<Place> {
    const [row] = await this.sql(
      `SELECT xact, part FROM ${this.sqlTable} ${where} ORDER BY xact DESC, part DESC LIMIT 1`,
    )
    const last = row ? { xact: Number(row.xact), part: Number(row.part) } : BEGINNING
    const pruned = { xact: (await this.state())?.pruned ?? 0, part: LAST_PART }
    return pruned.xact > 0 && compare(last, pruned) < 0 ? pruned : last
  }

  private async numberOf(db: Drizzle): Promise<number> {
    const [row] = await this.sql(
      this.isPostgres
        ? 'SELECT pg_current_xact_id()::text AS number'
        : `SELECT coalesce(max(xact), 0) + 1 AS number FROM ${this.sqlTable}`,
      db,
    )
    return Number(row!.number)
  }

  private async begin(db: Drizzle): Promise<void> {
    const record = randomBytes(8).toString('hex')
    const first = { xact: 0, part: 0, collection: CHANGES, record, version: 0, operation: 'begin', time: Date.now() }
    await this.insert(db, first)
  }

  private insert(db: Drizzle, row: Row): Promise<unknown> {
    return db.insert(this.table).values(row).onConflictDoNothing().returning({ xact: this.table.xact! })
  }

  /** For statements whose values are numbers of this file. */
  private async sql(raw: string, db: Drizzle = this.adapter.primaryDrizzle ?? this.adapter.drizzle): Promise<Row[]> {
    return ((await this.adapter.execute({ db, raw })) as { rows: Row[] }).rows
  }

  private async inTransaction(act: (transaction: Transaction) => Promise<void>): Promise<void> {
    const id = String(await this.adapter.beginTransaction())
    const transaction = this.adapter.sessions[id] as unknown as Transaction
    try {
      await act(transaction)
      await transaction.resolve()
    } catch (error) {
      await transaction.reject()
      throw error
    }
  }
}

const changeOf = (row: Row): Change => ({
  xact: Number(row.xact),
  part: Number(row.part),
  collection: String(row.collection),
  record: String(row.record),
  version: Number(row.version),
  operation: row.operation as Change['operation'],
  time: Number(row.time),
  before: row.before as string | null,
})

function causesOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${causesOf(error.cause)}` : ''
}
