import { APIError, type PayloadRequest } from 'payload'

import { adapterOf } from '../database/adapter.js'
import { hasCode, transactionOf, type Transaction } from '../database/transactions.js'
import { PLACE_HEADER } from '../feed/place.js'
import { transactionLost } from '../version/field.js'
import { fingerprintOf } from './fingerprint.js'
import { keyOf, Keys, senderOf, type Answer, type Asked } from './keys.js'

/*
 * A keyed write happens once, and each of its repeats gets the same answer.
 *
 * Payload commits inside of its operation, and the answer is made after that. A crash in between would leave an effect whose
 * answer nobody knows. So here the transaction begins around the whole handler: Payload finds `req.transactionID`, works in it,
 * and leaves the commit to us. The key is its first row, and the answer goes into that row before the commit. So the database
 * keeps key, effect and answer together, or none of them.
 *
 * A refusal rolls back, and so is not stored: a repeat is a new attempt.
 */

type Handler = (req: PayloadRequest) => Promise<Response> | Response

/** How long a repeat waits for the first one. */
const WAIT_MS = 10_000

/** The first requests that run in this process. Their repeats wait here, without a connection to the database. */
type Running = Map<string, Promise<unknown>>

const stores = new WeakMap<object, { keys: Keys; running: Running }>()

/** Runs the handler, unless the request has a key that was answered before. */
export async function once(req: PayloadRequest, keepForMs: number, handler: Handler): Promise<Response> {
  const key = keyOf(req)
  if (key === null) {
    return handler(req)
  }
  const { keys, running } = storeOf(req, keepForMs)
  const asked: Asked = { sender: senderOf(req), key, fingerprint: await fingerprintOf(req) }
  const name = JSON.stringify([asked.sender, key])
  for (const end = Date.now() + WAIT_MS; ;) {
    const stored = await keys.answerTo(asked)
    if (stored) {
      return responseOf(stored, true)
    }
    const first = running.get(name)
    if (!first) {
      break
    }
    if (!(await endsBefore(first, end))) {
      throw stillRunning(req)
    }
  }
  const run = runFirst(req, keys, asked, handler)
  const ended = run.catch(() => {}).then(() => running.delete(name))
  running.set(name, ended)
  keys.prune()
  return run
}

async function runFirst(req: PayloadRequest, keys: Keys, asked: Asked, handler: Handler): Promise<Response> {
  req.transactionID = (await req.payload.db.beginTransaction())!
  const transaction = (await transactionOf(req))!
  try {
    if (!(await claim(transaction, keys, asked, req))) {
      await transaction.reject()
      delete req.transactionID
      const stored = await keys.answerTo(asked)
      if (!stored) {
        throw stillRunning(req)
      }
      return responseOf(stored, true)
    }
    const response = await handler(req)
    if (!transaction.isOpen) {
      throw transactionLost('Nothing was saved')
    }
    const answer = {
      status: response.status,
      etag: req.responseHeaders?.get('ETag') ?? null,
      place: req.responseHeaders?.get(PLACE_HEADER) ?? null,
      answer: await response.text(),
    }
    // They go with the stored answer; Payload would send both.
    req.responseHeaders?.delete('ETag')
    req.responseHeaders?.delete(PLACE_HEADER)
    await keys.store(transaction, asked, answer)
    await transaction.resolve()
    return responseOf(answer, false)
  } catch (error) {
    await transaction.reject()
    throw error
  } finally {
    delete req.transactionID
  }
}

async function claim(transaction: Transaction, keys: Keys, asked: Asked, req: PayloadRequest): Promise<boolean> {
  try {
    return await keys.claim(transaction, asked, WAIT_MS)
  } catch (error) {
    // PostgreSQL has waited for another server as long as it was told.
    throw hasCode(error, (code) => code === '55P03') ? stillRunning(req) : error
  }
}

function stillRunning(req: PayloadRequest): APIError {
  req.responseHeaders = new Headers(req.responseHeaders)
  req.responseHeaders.set('Retry-After', '1')
  return new APIError('The first request with this Idempotency-Key is still running. Send it again later.', 409)
}

function responseOf({ status, etag, place, answer }: Answer, isReplay: boolean): Response {
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (etag !== null) {
    headers.set('ETag', etag)
  }
  if (place !== null) {
    headers.set(PLACE_HEADER, place)
  }
  if (isReplay) {
    headers.set('Idempotency-Replayed', 'true')
  }
  return new Response(answer, { status, headers })
}

function storeOf({ payload }: PayloadRequest, keepForMs: number): { keys: Keys; running: Running } {
  const adapter = adapterOf(payload)
  const store = stores.get(adapter) ?? { keys: new Keys(payload, keepForMs), running: new Map() }
  stores.set(adapter, store)
  return store
}

/** Whether the promise ends in time. */
function endsBefore(promise: Promise<unknown>, end: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), Math.max(0, end - Date.now()))
    void promise.then(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}
