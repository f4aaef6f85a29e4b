import { randomUUID } from 'node:crypto'

import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'

import type { Adapter, Drizzle } from './adapter.js'
import { Turns } from './turns.js'

/*
 * Transactions that keep three promises which Payload's own do not keep.
 *
 * 1. A commit that fails is an error. Payload's `commitTransaction` hides it, and the client reads "saved". PostgreSQL even
 *    answers COMMIT without an error if a statement of the transaction failed before, and rolls back. So each commit first runs
 *    a statement, which fails if the transaction cannot be committed any more.
 * 2. Nobody waits for himself. SQLite has one writer, and a second one is refused at once, so transactions of one process take
 *    turns there. On PostgreSQL each transaction holds a connection of the pool, and Payload needs another one beside it,
 *    for example to look up a document lock. So there are always some connections that no transaction holds.
 * 3. What a transaction has done is known as long as it lasts: `Transaction` has the versions that it raised, and tells who waits
 *    for its commit.
 *
 * Payload knows a transaction by an id in `req.transactionID`, and finds its drizzle session in `adapter.sessions`. The objects
 * of this file are those sessions.
 */

/** What remains of a pool for statements outside of transactions; one more is held by Payload's adapter itself. */
const SPARE_CONNECTIONS = 2

/** How long a transaction on SQLite may last; nobody else can write meanwhile. */
const LONGEST_MS = 60_000

/** How long to wait for a writer of another process. */
const OTHER_PROCESS_MS = 10_000

const PAUSE_MS = 25

/** A transaction that is open, or was. */
export class Transaction {
  readonly id = randomUUID()
  /** What the parts of the plugin keep about this transaction, such as versions that it raised. */
  readonly notes = new Map<unknown, unknown>()
  private readonly afterCommit: (() => void)[] = []
  private state: 'open' | 'ending' | 'committed' | 'gone' = 'open'
  private decide!: { commit: () => void; rollback: (reason: Error) => void }
  private done!: Promise<void>
  private limit: NodeJS.Timeout | undefined
  db!: Drizzle

  private constructor(
    private readonly adapter: Adapter,
    private readonly endTurn: () => void,
  ) {}

  static async begin(adapter: Adapter, turns: Turns, options?: unknown): Promise<Transaction> {
    await adapter.initializing
    const transaction = new Transaction(adapter, await turns.take())
    try {
      await transaction.open(options ?? adapter.transactionOptions)
    } catch (error) {
      transaction.endTurn()
      throw error
    }
    adapter.sessions[transaction.id] = transaction
    if (adapter.name === 'sqlite') {
      transaction.limit = setTimeout(() => void transaction.reject(), LONGEST_MS).unref()
    }
    return transaction
  }

  get isOpen(): boolean {
    return this.state === 'open'
  }

  /** Calls back once this transaction is committed; never if it is not. */
  onCommit(act: () => void): void {
    this.afterCommit.push(act)
  }

  /** Commits. Throws if the database does not. */
  resolve = async (): Promise<void> => {
    if (this.state !== 'open') {
      return
    }
    this.leave()
    try {
      if (this.adapter.name === 'postgres') {
        await this.adapter.execute({ db: this.db, raw: 'SELECT 1' })
      }
      this.decide.commit()
      await this.done
      this.state = 'committed'
    } catch (error) {
      this.decide.rollback(new RolledBack())
      await this.done.catch(() => {})
      this.state = 'gone'
      throw new Error('The transaction could not be committed.', { cause: error })
    } finally {
      this.endTurn()
    }
    this.afterCommit.forEach((act) => act())
  }

  /** Rolls back. Does nothing if the transaction has ended. */
  reject = async (): Promise<void> => {
    if (this.state !== 'open') {
      return
    }
    this.leave()
    this.decide.rollback(new RolledBack())
    await this.done.catch(() => {})
    this.state = 'gone'
    this.endTurn()
  }

  private leave(): void {
    this.state = 'ending'
    clearTimeout(this.limit)
    delete this.adapter.sessions[this.id]
  }

  private async open(options: unknown): Promise<void> {
    for (const end = Date.now() + OTHER_PROCESS_MS; ; await pause(PAUSE_MS)) {
      try {
        return await this.tryToOpen(options)
      } catch (error) {
        if (!isBusy(error) || Date.now() > end) {
          throw error
        }
      }
    }
  }

  private tryToOpen(options: unknown): Promise<void> {
    return new Promise((opened, failed) => {
      this.done = this.adapter.drizzle.transaction(
        (tx) =>
          new Promise<void>((commit, rollback) => {
            this.db = tx
            this.decide = { commit, rollback }
            opened()
          }),
        options,
      )
      // Also keeps a failure from being reported as unhandled: whoever ends the transaction waits for the same promise.
      this.done.catch(failed)
    })
  }
}

class RolledBack extends Error {}

/** Puts these transactions in the place of the adapter's own, at its start. */
export function installTransactions(adapter: Adapter): void {
  const turns = new Turns(adapter.name === 'sqlite' ? 1 : transactionsAtOnce(adapter))
  adapter.beginTransaction = async (options?: unknown) => (await Transaction.begin(adapter, turns, options)).id
  adapter.commitTransaction = async (id) => {
    const asked = await id
    if (asked && !adapter.sessions[String(asked)]) {
      throw new Error('The transaction was rolled back before its commit; it may have taken too long.')
    }
    await adapter.sessions[String(asked)]?.resolve()
  }
  adapter.rollbackTransaction = async (id) => adapter.sessions[String(await id)]?.reject()
  if (adapter.name === 'sqlite') {
    writeLockFirst(adapter)
    singleWritesTakeTurns(adapter, turns)
  }
}

/**
 * Begins transactions of SQLite so that a failure leaves nothing behind. If libSQL's BEGIN IMMEDIATE meets another writer, its
 * statement stays unfinished, and nothing can be committed on that connection any more. So the transaction begins without a lock,
 * which gives it a connection of its own, and its first statement takes the lock and changes nothing.
 */
function writeLockFirst(adapter: Adapter): void {
  const client = adapter.client!
  const begin = client.transaction.bind(client)
  client.transaction = async () => {
    const transaction = await begin('deferred')
    try {
      await transaction.execute(`DELETE FROM "${adapter.tableNameMap.get('sanguine_keys')}" WHERE 0`)
    } catch (error) {
      // While the app's migrations run, the table may not be there yet.
      if (!/no such table/.test(String(error))) {
        await transaction.rollback()
        throw error
      }
    }
    return transaction
  }
}

function transactionsAtOnce({ pool }: Adapter): number {
  const most = pool?.options.max ?? 10
  if (most < 1 + SPARE_CONNECTIONS) {
    throw new Error(`sanguine: the pool of PostgreSQL has max: ${most}. Give it at least ${1 + SPARE_CONNECTIONS}.`)
  }
  return Math.max(1, most - 1 - SPARE_CONNECTIONS)
}

const WRITES = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

/** A write outside of a transaction, such as the one of a session, would be refused while a transaction is open. */
function singleWritesTakeTurns(adapter: Adapter, turns: Turns): void {
  const methods = adapter as unknown as Record<string, (args: { req?: PayloadRequest }) => Promise<unknown>>
  for (const name of WRITES) {
    const write = methods[name]!
    methods[name] = async function (args) {
      if (await transactionOf(args.req, adapter)) {
        return write.call(adapter, args)
      }
      const endTurn = await turns.take()
      try {
        return await write.call(adapter, args)
      } finally {
        endTurn()
      }
    }
  }
}

/** The open transaction of a request, if there is one. */
export async function transactionOf(
  req: Partial<PayloadRequest> | undefined,
  adapter = req?.payload?.db as BaseDatabaseAdapter | undefined,
): Promise<Transaction | undefined> {
  const id = await req?.transactionID
  const session = id === undefined || id === null ? undefined : (adapter as Adapter | undefined)?.sessions[String(id)]
  // After a hot reload the session may be of another copy of this module.
  return session && 'notes' in session ? (session as Transaction) : undefined
}

/** Whether an error says that SQLite has another writer. */
export function isBusy(error: unknown): boolean {
  return hasCode(error, (code) => code.startsWith('SQLITE_BUSY'))
}

/** Whether the error, or what caused it, has a code of the database that fits. */
export function hasCode(error: unknown, fits: (code: string) => boolean): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as Error & { code?: unknown }
    if (typeof code === 'string' && fits(code)) {
      return true
    }
  }
  return false
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
