import type { Adapter, PgClient } from '../database/adapter.js'
import type { Transaction } from '../database/transactions.js'
import type { Batch, ChangeLog } from './log.js'
import { cursorOf, type Place } from './place.js'

/** On PostgreSQL, the channel on which servers wake each other. */
const CHANNEL = 'sanguine_changes'

const FIRST_RETRY_MS = 20
const LAST_RETRY_MS = 500
const RECONNECT_MS = 1000

/**
 * Wakes the readers of one server. A wake says nothing: the table is the delivery. So a lost notification costs time, and the
 * next poll finds what it was about.
 *
 * A notification is sent after the commit, by a statement of its own: within the transaction it would make all commits of the
 * server take turns. Commits that come while one is on its way share the next one.
 */
export class Hub {
  /** How often the readers were woken. A reader who has seen the number misses no wake. */
  ticks = 0
  private readonly sleepers = new Set<() => void>()
  private batches = new Map<string, Promise<Batch>>()
  private readers = 0
  private poll: NodeJS.Timeout | undefined
  private retry: NodeJS.Timeout | undefined
  private retryMs = FIRST_RETRY_MS
  private listener: PgClient | undefined
  private isListening = false
  private notifying: 'no' | 'yes' | 'again' = 'no'
  private hasEnded = false
  private readonly closing = new AbortController()

  constructor(
    private readonly adapter: Adapter,
    private readonly log: ChangeLog,
    private readonly pollMs: number,
  ) {}

  /** Ends when the server does. */
  get closed(): AbortSignal {
    return this.closing.signal
  }

  /** Wakes the readers of all servers once the transaction is committed. */
  wakeAfter(transaction: Transaction): void {
    if (!transaction.notes.has(this)) {
      transaction.notes.set(this, true)
      transaction.onCommit(() => {
        this.retryMs = FIRST_RETRY_MS
        this.wake()
        void this.notify()
      })
    }
  }

  /** The changes after a place. Readers at the same place share one question to the database. */
  async read(after: Place): Promise<Batch> {
    const key = cursorOf('', after)
    const asked = this.batches.get(key) ?? this.log.read(after)
    this.batches.set(key, asked)
    const batch = await asked
    if (batch?.waits) {
      this.wakeSoon()
    }
    return batch
  }

  /** Waits until the readers are woken after `seen`, until the time is over, or until the signal is aborted. */
  sleep(seen: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.ticks !== seen || ms <= 0 || signal.aborted) {
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        this.sleepers.delete(end)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms).unref()
      this.sleepers.add(end)
      signal.addEventListener('abort', end)
    })
  }

  /** A reader comes; the result says that he goes. */
  enter(): () => void {
    this.readers++
    this.poll ??= setInterval(() => this.wake(), this.pollMs).unref()
    this.listen()
    return () => {
      if (--this.readers === 0) {
        clearInterval(this.poll)
        this.poll = undefined
      }
    }
  }

  close(): void {
    this.hasEnded = true
    clearInterval(this.poll)
    clearTimeout(this.retry)
    this.closing.abort()
    void this.listener?.end().catch(() => {})
  }

  private wake(): void {
    this.ticks++
    this.batches = new Map()
    this.sleepers.forEach((end) => end())
  }

  /** An older transaction still runs. If it writes no change, nobody notifies of its end. */
  private wakeSoon(): void {
    this.retry ??= setTimeout(() => {
      this.retry = undefined
      this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS)
      this.wake()
    }, this.retryMs).unref()
  }

  private async notify(): Promise<void> {
    const { pool } = this.adapter
    if (!pool || this.notifying !== 'no') {
      this.notifying = pool ? 'again' : 'no'
      return
    }
    do {
      this.notifying = 'yes'
      // The poll of the others covers it.
      await pool.query(`NOTIFY ${CHANNEL}`).catch(() => {})
    } while ((this.notifying as string) === 'again')
    this.notifying = 'no'
  }

  /** Listens on a connection of its own, outside of the pool, and connects again if it breaks. */
  private listen(): void {
    const { pool } = this.adapter
    if (!pool || this.isListening || this.hasEnded) {
      return
    }
    this.isListening = true
    const client = new pool.Client(pool.options)
    this.listener = client
    const again = () => {
      if (this.listener === client) {
        this.listener = undefined
        void client.end().catch(() => {})
        setTimeout(() => {
          this.isListening = false
          this.listen()
        }, RECONNECT_MS).unref()
      }
    }
    client.on('error', again)
    client.on('end', again)
    client.on('notification', () => {
      this.retryMs = FIRST_RETRY_MS
      this.wake()
    })
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANNEL}`))
      // What was committed before the LISTEN is in the table.
      .then(() => this.wake(), again)
  }
}
