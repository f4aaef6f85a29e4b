import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Everything the server takes from its environment, read in one place.
 *
 * | variable         | default                                   | meaning                                  |
 * | ---------------- | ----------------------------------------- | ---------------------------------------- |
 * | PORT             | 3000                                      | port of the server                       |
 * | DATABASE_PATH    | data/shop.sqlite                          | the SQLite file, relative to web/        |
 * | PAYLOAD_SECRET   | made once, kept beside the database       | signs the session cookie                 |
 * | ALLOWED_ORIGINS  | 127.0.0.1 and localhost at PORT           | origins that may change data, by comma   |
 * | SHOP_EMAIL       | shop@example.com                          | the seeded user                          |
 * | SHOP_PASSWORD    | optimist                                  | the seeded user's password               |
 */

export const port = process.env.PORT || '3000'

export const databasePath = path.resolve(/* turbopackIgnore: true */ process.env.DATABASE_PATH || 'data/shop.sqlite')

export const allowedOrigins = process.env.ALLOWED_ORIGINS
  ? process.env.ALLOWED_ORIGINS.split(',').map((origin) => origin.trim())
  : [`http://127.0.0.1:${port}`, `http://localhost:${port}`]

export const shopUser = {
  email: process.env.SHOP_EMAIL || 'shop@example.com',
  password: process.env.SHOP_PASSWORD || 'optimist',
}

/** The secret that signs sessions: given, or made on the first start and kept beside the database. */
export function secret(): string {
  if (process.env.PAYLOAD_SECRET) {
    return process.env.PAYLOAD_SECRET
  }
  // The build evaluates this module too; it signs nothing and must leave no files.
  if (process.env.NEXT_PHASE === 'phase-production-build') {
    return 'build'
  }
  const file = path.join(path.dirname(databasePath), 'secret')
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error
    }
  }
  return readFileSync(file, 'utf8')
}
