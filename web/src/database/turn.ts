import { LibsqlError, type Client, type InStatement, type ResultSet, type Transaction } from '@libsql/client'

/** A transaction that is not ended by then is taken back, so that it does not stop all others. */
const HOLD_MS = 20_000

/** A transaction on a connection that all transactions share, one after the other. */
export class Turn implements Transaction {
  closed = false
  private failed = false
  private readonly deadline = setTimeout(() => void this.rollback(), HOLD_MS).unref()

  constructor(
    private readonly connection: Client,
    /** Nothing can be done on a broken connection any more. */
    private readonly ended: (broken: boolean) => void,
    /** Somebody was about to be told that all is saved. */
    private readonly notCommitted?: (cause: unknown) => void,
  ) {}

  async execute(statement: InStatement): Promise<ResultSet> {
    this.mustBeOpen()
    return this.connection.execute(statement)
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = []
    for (const statement of statements) {
      results.push(await this.execute(statement))
    }
    return results
  }

  /** The connection's own method would end the transaction. */
  executeMultiple = () => Promise.reject(new Error('Payload runs one statement at a time.'))

  async commit(): Promise<void> {
    try {
      this.mustBeOpen()
      await this.connection.execute('COMMIT')
    } catch (error) {
      this.failed = true
      this.notCommitted?.(error)
      throw error
    }
    this.end(false)
  }

  async rollback(): Promise<void> {
    if (this.closed) {
      return
    }
    // A second call finds it closed, whatever becomes of this one.
    this.closed = true
    try {
      await this.connection.execute('ROLLBACK')
      this.end(this.failed)
    } catch {
      // What SQLite has taken back by itself; closing the connection takes back all the rest.
      this.end(true)
    }
  }

  close(): void {
    void this.rollback()
  }

  private end(broken: boolean): void {
    clearTimeout(this.deadline)
    this.closed = true
    this.ended(broken)
  }

  /** A statement that comes late must not run in the transaction of another. */
  private mustBeOpen(): void {
    if (this.closed) {
      throw new LibsqlError('The transaction is over.', 'TRANSACTION_CLOSED')
    }
  }
}
