import type { AfterErrorHook } from 'payload'

import { hasCode, isBusy } from './database/transactions.js'

/** PostgreSQL: two transactions stopped each other, or cannot be put in an order, or a lock was not to be had. */
const AGAIN = ['40P01', '40001', '55P03']

/** A write that met another one and has changed nothing is answered 503, with the time after which it may come again. */
export const tellBusy: AfterErrorHook = ({ error, req }) => {
  if (isDatabaseBusy(error) || isBusy(error) || hasCode(error, (code) => AGAIN.includes(code))) {
    req.responseHeaders = new Headers(req.responseHeaders)
    req.responseHeaders.set('Retry-After', '1')
    const message = 'The database is busy. Nothing was changed; try again.'
    return { status: 503, response: { errors: [{ message }] } }
  }
}

function isDatabaseBusy(error: unknown): boolean {
  return error instanceof Error && (error.name === 'DatabaseBusy' || isDatabaseBusy(error.cause))
}
