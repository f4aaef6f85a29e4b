import { APIError, type CollectionBeforeChangeHook } from 'payload'

/**
 * `If-Match: "3"` on a change: it was made from version 3 of the record. If the record has another version by now, nothing
 * is changed, and the answer is 412 with the record as it is. So a request that was given up and arrives after a later one
 * does no harm.
 */
export const ifMatch: CollectionBeforeChangeHook = ({ operation, originalDoc, req }) => {
  const expected = operation === 'update' ? req.headers?.get('If-Match') : null
  if (expected && expected !== '*' && !versions(expected).includes(String(originalDoc?.version))) {
    throw new APIError('The record has been changed in the meantime.', 412, { current: originalDoc })
  }
}

/** The tags of the header, without their quotes. */
const versions = (header: string) => header.split(',').map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1'))
