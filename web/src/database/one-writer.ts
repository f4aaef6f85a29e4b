import {
  createClient,
  type Client,
  type InArgs,
  type InStatement,
  type LibsqlError,
  type ResultSet,
} from '@libsql/client'

import { Turn } from './turn'

/** How long a write waits for those before it, and then for another process, such as the seed. */
const WAIT_MS = 10_000

/** SQLite's own wait stops the whole server, so it is short, and others have their turn in between. */
const ONE_TRY_MS = 200

/**
 * A client of one SQLite file that lets one change at a time through, in the order in which they come.
 *
 * SQLite has one writer. libSQL's own client refuses a second one at once, and it opens a connection for each
 * transaction that stays open until the next garbage collection. Here all transactions share one connection, and
 * what is read outside of them has another: it sees what is committed, and waits for nobody.
 */
export class OneWriter implements Client {
  readonly protocol = 'file'
  private inside: Client | undefined
  private busy = false
  private readonly waiting: (() => void)[] = []
  private notCommitted: { cause: unknown } | undefined

  private constructor(
    private readonly url: string,
    private readonly outside: Client,
  ) {}

  static async open(url: string): Promise<OneWriter> {
    const outside = await connection(url)
    await outside.execute('PRAGMA journal_mode = WAL')
    return new OneWriter(url, outside)
  }

  get closed(): boolean {
    return this.outside.closed
  }

  async execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet> {
    const asked = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
    return onlyReads(asked.sql) ? this.outside.execute(asked) : this.write((turn) => turn.execute(asked))
  }

  batch: Client['batch'] = (statements) => this.write((turn) => turn.batch(statements))

  migrate = () => Promise.reject(new Error('Payload runs migrations as transactions.'))

  executeMultiple = () => Promise.reject(new Error('Payload runs one statement at a time.'))

  transaction(): Promise<Turn> {
    return this.turn((cause) => {
      this.notCommitted = { cause }
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
    this.forget()
  }

  private async write<T>(act: (turn: Turn) => Promise<T>): Promise<T> {
    const turn = await this.turn()
    try {
      const result = await act(turn)
      await turn.commit()
      return result
    } finally {
      turn.close()
    }
  }

  private async turn(notCommitted?: (cause: unknown) => void): Promise<Turn> {
    await this.myTurn()
    try {
      return new Turn(await this.begin(), (broken) => this.ended(broken), notCommitted)
    } catch (error) {
      this.next()
      throw error
    }
  }

  private ended(broken: boolean): void {
    if (broken) {
      this.forget()
    }
    this.next()
  }

  /** At the first write it would be too late to wait for another process: what was read may be old by then. */
  private async begin(): Promise<Client> {
    for (const end = Date.now() + WAIT_MS; ; await pause(ONE_TRY_MS)) {
      this.inside ??= await connection(this.url)
      try {
        await this.inside.execute('BEGIN IMMEDIATE')
        return this.inside
      } catch (error) {
        // libSQL leaves the statement unfinished, and nothing could be committed on this connection any more.
        this.forget()
        if ((error as LibsqlError).code !== 'SQLITE_BUSY' || Date.now() > end) {
          throw error
        }
      }
    }
  }

  private forget(): void {
    this.inside?.close()
    this.inside = undefined
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

async function connection(url: string): Promise<Client> {
  const client = createClient({ url })
  await client.execute(`PRAGMA busy_timeout = ${ONE_TRY_MS}`)
  await client.execute('PRAGMA synchronous = FULL')
  return client
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A write that had to wait too long; it has changed nothing. */
class DatabaseBusy extends Error {
  readonly code = 'SQLITE_BUSY'

  constructor() {
    // Payload passes on the message of what it cannot begin, and not the error.
    super(`SQLITE_BUSY: other changes took longer than ${WAIT_MS / 1000} s`)
  }
}

const onlyReads = (sql: string) => /^\s*(select|with|pragma|explain)\b/i.test(sql)
