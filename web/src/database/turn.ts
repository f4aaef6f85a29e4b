import { LibsqlError, type Client, type InStatement, type ResultSet, type Transaction } from '@libsql/client'

/** A transaction that is not ended by then is taken back, so that it does not stop all others. */
const HOLD_MS = 20_000

type Listener = {
  ended(): void
  /** Somebody was about to be told that all is saved. */
  notCommitted(cause: unknown): void
}

/** A transaction on a connection that all transactions share, one after the other. */
export class Turn implements Transaction {
  closed = false
  private readonly deadline = setTimeout(() => void this.rollback(), HOLD_MS).unref()

  constructor(
    private readonly connection: Client,
    private readonly listener: Listener,
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

  async executeMultiple(sql: string): Promise<void> {
    this.mustBeOpen()
    // The connection's own method would end the transaction.
    throw new LibsqlError(`Several statements in one are not for transactions: ${sql}`, 'NOT_SUPPORTED')
  }

  async commit(): Promise<void> {
    try {
      this.mustBeOpen()
      await this.connection.execute('COMMIT')
    } catch (error) {
      this.listener.notCommitted(error)
      throw error
    }
    this.end()
  }

  async rollback(): Promise<void> {
    if (this.closed) {
      return
    }
    try {
      await this.connection.execute('ROLLBACK')
    } finally {
      this.end()
    }
  }

  close(): void {
    void this.rollback()
  }

  private end(): void {
    clearTimeout(this.deadline)
    this.closed = true
    this.listener.ended()
  }

  /** A statement that comes late must not run in the transaction of another. */
  private mustBeOpen(): void {
    if (this.closed) {
      throw new LibsqlError('The transaction is over.', 'TRANSACTION_CLOSED')
    }
  }
}
