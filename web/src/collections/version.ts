import type { CollectionBeforeChangeHook, Field } from 'payload'

import { wholeNumber } from './limits'

/** Counts the changes of a record, so that a client can tell an older answer from a newer one. */
export const versionField: Field = wholeNumber(
  'version',
  { least: 1, most: Number.MAX_SAFE_INTEGER },
  { defaultValue: 1, admin: { readOnly: true, position: 'sidebar' } },
)

/** Sets the version: 1 when created, one more with each change, whatever the request says. */
export const countVersion: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => ({
  ...data,
  version: operation === 'create' ? 1 : (originalDoc?.version ?? 0) + 1,
})
