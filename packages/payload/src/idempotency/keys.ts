import { APIError, type CollectionConfig, type Payload, type PayloadRequest } from 'payload'

import { adapterOf, tableOf, type Adapter, type Drizzle, type Table } from '../database/adapter.js'
import type { Transaction } from '../database/transactions.js'

/** The collection whose table holds the keys. Payload makes the table, by `push` or by a migration of the app. */
export const KEYS = 'sanguine-keys'

const nobody = () => false

export const keysCollection: CollectionConfig = {
  slug: KEYS,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody, admin: nobody as never },
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  indexes: [{ fields: ['sender', 'key'], unique: true }],
  fields: [
    { name: 'sender', type: 'text', required: true },
    { name: 'key', type: 'text', required: true },
    { name: 'fingerprint', type: 'text', required: true },
    { name: 'status', type: 'number' },
    { name: 'etag', type: 'text' },
    { name: 'place', type: 'text' },
    { name: 'answer', type: 'textarea' },
    { name: 'expires', type: 'number', required: true, index: true },
  ],
}

/** A request with a key: who sent it, and what it asks for. */
export type Asked = { sender: string; key: string; fingerprint: string }

/** The answer as it is stored. */
export type Answer = { status: number; etag: string | null; place: string | null; answer: string }

/** The key of a request; null if it has none. Throws an error of status 400 if it cannot be one. */
export function keyOf(req: PayloadRequest): string | null {
  const header = req.headers.get('Idempotency-Key')
  if (header === null) {
    return null
  }
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new APIError('Idempotency-Key must have 1 to 255 characters of ASCII, without spaces.', 400)
  }
  return key
}

/** The user who sent a request. All who are not signed in count as one. */
export const senderOf = ({ user }: PayloadRequest) => (user ? `${user.collection}:${user.id}` : 'anonymous')

/** The table of keys. */
export class Keys {
  private readonly adapter: Adapter
  private readonly table: Table
  private nextPruning = 0

  constructor(
    private readonly payload: Payload,
    private readonly keepForMs: number,
  ) {
    this.adapter = adapterOf(payload)
    this.table = tableOf(this.adapter, KEYS)
  }

  /** The stored answer. Undefined if the key is new or has expired. Throws an error of status 422 if it was for another request. */
  async answerTo(asked: Asked, db: Drizzle = this.adapter.drizzle): Promise<Answer | undefined> {
    const { fingerprint, status, etag, place, answer, expires } = this.table
    const columns = { fingerprint, status, etag, place, answer, expires } as Table
    const [row] = await db.select(columns).from(this.table).where(this.isOf(asked))
    if (!row || Number(row.expires) <= Date.now()) {
      return undefined
    }
    if (row.fingerprint !== asked.fingerprint) {
      throw new APIError('This Idempotency-Key was used for another request. Use a new key for each change.', 422)
    }
    const text = (value: unknown) => value as string | null
    return { status: Number(row.status), etag: text(row.etag), place: text(row.place), answer: text(row.answer)! }
  }

  /**
   * Writes the key down, in the transaction of the effect. If another server has done so and is not ready, the database waits
   * for it, so long as `lock_timeout` says. False if the key is there.
   */
  async claim({ db }: Transaction, asked: Asked, longestWaitMs: number): Promise<boolean> {
    const { and, less_than } = this.adapter.operators
    const limit = (ms: string) => this.adapter.execute({ db, raw: `SET LOCAL lock_timeout = ${ms}` })
    const isPostgres = this.adapter.name === 'postgres'
    if (isPostgres) {
      await limit(`${longestWaitMs}`)
    }
    await db.delete(this.table).where(and(this.isOf(asked), less_than(this.table.expires!, Date.now() + 1)))
    const rows = await db
      .insert(this.table)
      .values({ ...asked, expires: Date.now() + this.keepForMs })
      .onConflictDoNothing()
      .returning({ id: this.table.id! })
    if (isPostgres) {
      await limit('DEFAULT')
    }
    return rows.length === 1
  }

  /** Stores the answer, in the transaction of the effect. */
  async store({ db }: Transaction, asked: Asked, answer: Answer): Promise<void> {
    const rows = await db.update(this.table).set(answer).where(this.isOf(asked)).returning({ id: this.table.id! })
    if (rows.length !== 1) {
      throw new Error('sanguine: the key of this request is gone, so its effect is taken back.')
    }
  }

  /** Removes what has expired, at most once a minute. Nobody waits for it. */
  prune(): void {
    if (Date.now() < this.nextPruning) {
      return
    }
    this.nextPruning = Date.now() + 60_000
    this.payload.db
      .deleteMany({ collection: KEYS as never, where: { expires: { less_than: Date.now() } } })
      .catch((err: unknown) => this.payload.logger.warn({ err, msg: 'sanguine: expired keys could not be removed.' }))
  }

  private isOf({ sender, key }: Asked) {
    const { and, equals } = this.adapter.operators
    return and(equals(this.table.sender!, sender), equals(this.table.key!, key))
  }
}
