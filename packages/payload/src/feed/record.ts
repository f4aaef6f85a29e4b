import type {
  AfterErrorHook,
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterOperationHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'

import { transactionOf } from '../database/transactions.js'
import { transactionLost } from '../version/field.js'
import { lockedIn } from '../version/rows.js'
import type { Change } from './changes.js'
import { feedOf, type Feed } from './feed.js'
import { cursorOf, PLACE_HEADER } from './place.js'

/** Secrets of users, which no access rule looks at. They need not lie in another table. */
const SECRETS = ['hash', 'salt', 'sessions', 'apiKey', 'apiKeyIndex', 'resetPasswordToken', '_verificationToken']

const PLACE = 'the last change of this transaction'
const before = (slug: string, id: unknown) => `before the change of ${slug} ${String(id)}`

/** Hooks that write each change into the feed, in its transaction. They come after those that lock the row and raise the version. */
export function feedHooks(): CollectionConfig['hooks'] & object {
  const beforeValidate: CollectionBeforeValidateHook = async ({ collection, operation, originalDoc, req }) => {
    if (operation === 'update') {
      await rememberBefore(req, collection.slug, originalDoc?.id)
    }
  }
  const beforeDelete: CollectionBeforeDeleteHook = ({ collection, id, req }) => rememberBefore(req, collection.slug, id)
  const afterChange: CollectionAfterChangeHook = ({ collection, doc, operation, req }) =>
    write(req, collection.slug, (doc as { id: unknown }).id, operation)
  const afterDelete: CollectionAfterDeleteHook = ({ collection, id, req }) => write(req, collection.slug, id, 'delete')
  const afterOperation: CollectionAfterOperationHook = async ({ req, result }) => {
    const place = (await transactionOf(req))?.notes.get(PLACE)
    if (typeof place === 'string' && req.payloadAPI !== 'local') {
      req.responseHeaders = new Headers(req.responseHeaders)
      req.responseHeaders.set(PLACE_HEADER, place)
    }
    return result
  }
  return {
    beforeValidate: [beforeValidate],
    beforeDelete: [beforeDelete],
    afterChange: [afterChange],
    afterDelete: [afterDelete],
    afterOperation: [afterOperation],
  }
}

/** What was taken back has no place. */
export const forgetPlace: AfterErrorHook = ({ req }) => {
  req.responseHeaders?.delete(PLACE_HEADER)
}

async function rememberBefore(req: PayloadRequest, slug: string, id: unknown): Promise<void> {
  const transaction = await transactionOf(req)
  const record = await req.payload.db.findOne<{ id: string | number }>({
    collection: slug as never,
    joins: false,
    req,
    where: { id: { equals: id } },
  })
  const kept = Object.entries(record ?? {}).filter(([name]) => !SECRETS.includes(name))
  transaction?.notes.set(before(slug, id), record ? JSON.stringify(Object.fromEntries(kept)) : null)
}

async function write(req: PayloadRequest, slug: string, id: unknown, operation: Change['operation']): Promise<void> {
  const transaction = await transactionOf(req)
  if (!transaction) {
    throw transactionLost(`${slug} ${String(id)} cannot be told`)
  }
  const feed = feedOf(req.payload)
  const name = await feed.log.nameIn(transaction)
  const place = await feed.log.write(transaction, {
    collection: slug,
    record: String(id),
    version: lockedIn(transaction, slug, id)?.version ?? 1,
    operation,
    before: (transaction.notes.get(before(slug, id)) as string | null | undefined) ?? null,
  })
  transaction.notes.set(PLACE, cursorOf(name, place))
  feed.hub.wakeAfter(transaction)
  transaction.onCommit(() => pruneAfter(feed, req))
}

/** Prunes once a minute, or after so many changes that the table has grown by a tenth. No request waits for it. */
function pruneAfter(feed: Feed, { payload }: PayloadRequest): void {
  const { pruning: next } = feed
  next.writes++
  if (Date.now() < next.at && next.writes < feed.settings.keepAtMost / 10) {
    return
  }
  next.at = Date.now() + 60_000
  next.writes = 0
  feed.log
    .prune()
    .catch((err: unknown) => payload.logger.warn({ err, msg: 'sanguine: old changes could not be removed.' }))
}
