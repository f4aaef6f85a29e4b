import { createClient, type Client, type InArgs, type InStatement, type ResultSet } from '@libsql/client'

import { Turn } from './turn'

/** How long a write waits for those before it. */
const WAIT_MS = 10_000

/** How long SQLite itself waits for another process, such as the seed. */
const OTHER_PROCESS_MS = 5000

/**
 * A client of one SQLite file that lets one change at a time through, in the order in which they come.
 *
 * SQLite has one writer. libSQL's own client refuses a second one at once, and it opens a connection for each
 * transaction that stays open until the next garbage collection. Here all transactions share one connection, and
 * what is read outside of them has another: it sees what is committed, and waits for nobody.
 */
export class OneWriter implements Client {
  readonly protocol = 'file'
  private busy = false
  private readonly waiting: (() => void)[] = []
  private notCommitted: { cause: unknown } | undefined

  private constructor(
    private readonly outside: Client,
    private readonly inside: Client,
  ) {}

  static async open(url: string): Promise<OneWriter> {
    const [outside, inside] = [createClient({ url }), createClient({ url })]
    await outside.execute('PRAGMA journal_mode = WAL')
    for (const connection of [outside, inside]) {
      await connection.execute(`PRAGMA busy_timeout = ${OTHER_PROCESS_MS}`)
      await connection.execute('PRAGMA synchronous = FULL')
    }
    return new OneWriter(outside, inside)
  }

  get closed(): boolean {
    return this.outside.closed
  }

  async execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet> {
    const asked = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
    return onlyReads(asked.sql) ? this.outside.execute(asked) : this.inTurn(() => this.outside.execute(asked))
  }

  batch: Client['batch'] = (statements, mode) => this.inTurn(() => this.outside.batch(statements, mode))

  migrate: Client['migrate'] = (statements) => this.inTurn(() => this.outside.migrate(statements))

  executeMultiple(sql: string): Promise<void> {
    return this.inTurn(() => this.outside.executeMultiple(sql))
  }

  async transaction(): Promise<Turn> {
    await this.myTurn()
    try {
      // At the first write it would be too late to wait for another process: what was read may be old by then.
      await this.inside.execute('BEGIN IMMEDIATE')
    } catch (error) {
      this.next()
      throw error
    }
    return new Turn(this.inside, {
      ended: () => this.next(),
      notCommitted: (cause) => {
        this.notCommitted = { cause }
      },
    })
  }

  /** Throws what the last commit failed with, once. */
  throwIfNotCommitted(): void {
    const failure = this.notCommitted
    this.notCommitted = undefined
    if (failure) {
      throw new Error('The change could not be committed.', failure)
    }
  }

  sync: Client['sync'] = () => this.outside.sync()

  close(): void {
    this.outside.close()
    this.inside.close()
  }

  private async inTurn<T>(write: () => Promise<T>): Promise<T> {
    await this.myTurn()
    try {
      return await write()
    } finally {
      this.next()
    }
  }

  private myTurn(): Promise<void> {
    if (!this.busy) {
      this.busy = true
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(giveUp)
        resolve()
      }
      const giveUp = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(start), 1)
        reject(new DatabaseBusy())
      }, WAIT_MS)
      this.waiting.push(start)
    })
  }

  /** Hands the turn to the next in the queue. */
  private next(): void {
    const start = this.waiting.shift()
    if (start) {
      start()
    } else {
      this.busy = false
    }
  }
}

/** A write that had to wait too long; it has changed nothing. */
class DatabaseBusy extends Error {
  readonly code = 'SQLITE_BUSY'

  constructor() {
    super(`Other changes took longer than ${WAIT_MS / 1000} s.`)
  }
}

const onlyReads = (sql: string) => /^\s*(select|with|pragma|explain)\b/i.test(sql)
