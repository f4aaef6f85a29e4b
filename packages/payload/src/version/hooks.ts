import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type CollectionConfig,
  type PayloadRequest,
} from 'payload'

import { transactionOf, type Transaction } from '../database/transactions.js'
import type { Settings } from '../options.js'
import { transactionLost } from './field.js'
import {
  conflict,
  CONFLICT,
  expectedOf,
  isAskedFor,
  mayWrite,
  readAs,
  requireOne,
  type Operation,
} from './precondition.js'
import { lock, lockedIn, placeOf, raise, type Locked, type Place } from './rows.js'
import { tagOf, type Expected } from './tags.js'

/*
 * How a write gets its version.
 *
 * Payload's operations read a record, run hooks, and write it back whole. So the row is locked before Payload reads it, in
 * `beforeOperation`: what the hooks see is what the write replaces, and of racing writers the second waits, and then sees the
 * first one's version. The precondition is checked there, under the lock. `beforeValidate` raises the version by one statement
 * of its own, because saving a draft does not write the row at all. Payload then writes the rest in the same transaction.
 *
 * A bulk write finds its records within the operation. Each is locked and checked in its own `beforeValidate` or `beforeDelete`,
 * so one that is refused does not refuse the others. Payload has read it before. If it was changed in between, it is refused,
 * because Payload would write old values back.
 */

type Args = Operation['args'] & { where?: unknown; overrideAccess?: boolean }

/** What a bulk write leaves for the hooks of each record. */
type Bulk = { operation: Operation; expected: Expected | undefined; refused: Set<string>; outer: Bulk | undefined }

const bulkOf = (slug: string) => `bulk write of ${slug}`

/** What the check of one record leaves for its next hook: whether Payload must not let the write pass. */
const oneOf = (slug: string, id: unknown) => `write of ${slug} ${String(id)}`

export function versionHooks(settings: Settings): CollectionConfig['hooks'] {
  const place = (req: PayloadRequest, slug: string) => placeOf(req, slug, settings.versionField)

  const beforeOperation: CollectionBeforeOperationHook = async ({ args, collection, operation: kind, req }) => {
    if (kind === 'read') {
      return alwaysSelected(args as Args, settings.versionField) as never
    }
    if (kind === 'create') {
      refuseKeyOfGraphQL(req)
    }
    if (kind !== 'update' && kind !== 'delete' && kind !== 'restoreVersion') {
      return
    }
    refuseKeyOfGraphQL(req)
    const { overrideAccess = false } = args as Args
    const operation: Operation = { kind, collection, req, overrideAccess, args: args as Args }
    const transaction = await transactionOf(req)
    if (!transaction) {
      throw new Error(`sanguine: a write of ${collection.slug} needs a transaction; leave out disableTransaction.`)
    }
    const expected = expectedOf(operation, transaction)
    if (!expected) {
      requireOne(settings, operation)
    }
    if ((args as Args).id === undefined) {
      refuseFilesWith(expected, operation)
      const outer = transaction.notes.get(bulkOf(collection.slug)) as Bulk | undefined
      transaction.notes.set(bulkOf(collection.slug), { operation, expected, refused: new Set(), outer } satisfies Bulk)
      return
    }
    const id = kind === 'restoreVersion' ? await idOfVersion(operation) : (args as Args).id
    await checkOne(operation, transaction, place(req, collection.slug), id, expected)
  }

  const beforeValidate: CollectionBeforeValidateHook = async ({ collection, operation, originalDoc, req }) => {
    if (operation !== 'update') {
      return
    }
    const { slug } = collection
    const id: unknown = originalDoc?.id
    const transaction = await transactionOf(req)
    if (!transaction) {
      throw transactionLost(`${slug} ${String(id)} cannot be changed`)
    }
    if (!checkedBefore(transaction, slug, id)) {
      const { version } = await checkInBulk(transaction, place(req, slug), id)
      if (Number(originalDoc[settings.versionField] ?? 0) < version) {
        throw new APIError('The record was changed at this moment. Nothing of it was written; try again.', 409)
      }
    }
    await raise(transaction, place(req, slug), id)
  }

  const beforeDelete: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
    const transaction = await transactionOf(req)
    if (!transaction) {
      throw transactionLost(`${collection.slug} ${id} cannot be removed`)
    }
    if (!checkedBefore(transaction, collection.slug, id)) {
      await checkInBulk(transaction, place(req, collection.slug), id)
    }
    const locked = lockedIn(transaction, collection.slug, id)
    if (locked) {
      locked.version++
    }
  }

  const afterOperation: CollectionAfterOperationHook = async ({ args, collection, operation, req, result }) => {
    const outcome = result as unknown as Record<string, unknown>
    switch (operation) {
      case 'update':
      case 'delete':
        await tellConflicts(
          outcome as unknown as BulkResult,
          await mustBeOpen(collection.slug, req),
          place(req, collection.slug),
        )
        break
      case 'create':
      case 'updateByID':
      case 'restoreVersion':
        await mustBeOpen(collection.slug, req)
        tag(outcome, settings.versionField, { kind: 'update', collection, req, args: args as Args }, operation)
        break
      case 'deleteByID':
        await mustBeOpen(collection.slug, req)
        break
      case 'findByID':
        tag(outcome, settings.versionField, { kind: 'update', collection, req, args: args as Args }, operation)
        break
    }
    return result
  }

  return {
    beforeOperation: [beforeOperation],
    beforeValidate: [beforeValidate],
    beforeDelete: [beforeDelete],
    afterOperation: [afterOperation],
  }
}

async function checkOne(
  operation: Operation,
  transaction: Transaction,
  place: Place,
  id: unknown,
  expected: Expected | undefined,
): Promise<void> {
  const locked = await lock(transaction, place, id)
  const isRefused = Boolean(expected && locked && !expected.matches(id, locked.version))
  if (isRefused && (await mayWrite(operation, id))) {
    throw await conflict(operation, place, id, locked!.version)
  }
  // Who may not write gets Payload's own refusal, 403 or 404. Should Payload let the write pass, the next hook does not.
  transaction.notes.set(oneOf(place.slug, id), { isRefused })
}

/** Whether the record was checked before Payload read it, as each is that is written by its id. */
function checkedBefore(transaction: Transaction, slug: string, id: unknown): boolean {
  const one = transaction.notes.get(oneOf(slug, id)) as { isRefused: boolean } | undefined
  transaction.notes.delete(oneOf(slug, id))
  if (one?.isRefused) {
    throw new APIError(CONFLICT, 412)
  }
  return one !== undefined
}

/** Locks and checks one record of a bulk write. */
async function checkInBulk(transaction: Transaction, place: Place, id: unknown): Promise<Locked> {
  const { expected, refused } = (transaction.notes.get(bulkOf(place.slug)) as Bulk | undefined) ?? {}
  const locked = await lock(transaction, place, id)
  if (!locked) {
    throw new APIError('The record was removed at this moment.', 404)
  }
  if (expected && !expected.matches(id, locked.version)) {
    refused?.add(String(id))
    throw new APIError(CONFLICT, 412)
  }
  return locked
}

type BulkResult = { errors?: { id: unknown; isPublic: boolean; message: string; status?: number; current?: unknown }[] }

/** Gives the refused records of a bulk write their status, and the record as this user may see it. */
async function tellConflicts({ errors = [] }: BulkResult, transaction: Transaction, place: Place): Promise<void> {
  const bulk = transaction.notes.get(bulkOf(place.slug)) as Bulk | undefined
  transaction.notes.set(bulkOf(place.slug), bulk?.outer)
  for (const error of errors) {
    if (bulk?.refused.has(String(error.id))) {
      error.status = 412
      error.current = await readAs(bulk.operation, place, error.id)
    }
  }
}

/** An answer says "saved" only if the transaction can still be committed. */
async function mustBeOpen(slug: string, req: PayloadRequest): Promise<Transaction> {
  const transaction = await transactionOf(req)
  if (!transaction) {
    throw transactionLost(`Nothing of ${slug} was saved`)
  }
  return transaction
}

/** The `ETag` of an answer that is one record. */
function tag(
  record: Record<string, unknown> | null,
  field: string,
  asked: Pick<Operation, 'kind' | 'collection' | 'req' | 'args'>,
  operation: string,
): void {
  const { req, collection } = asked
  const isNew = operation === 'create' && req.routeParams?.collection === collection.slug
  const isRestored = operation === 'restoreVersion'
  const version = record?.[field]
  if (req.payloadAPI === 'REST' && typeof version === 'number' && (isNew || isRestored || isAskedFor(asked))) {
    req.responseHeaders = new Headers(req.responseHeaders)
    req.responseHeaders.set('ETag', tagOf(version))
  }
}

/** The version comes with each answer, also if `select` leaves it out; `forceSelect` covers what `select` names. */
function alwaysSelected(args: Args, field: string): Args {
  const { select } = args as { select?: Record<string, unknown> }
  if (select?.[field] !== false) {
    return args
  }
  const { [field]: _, ...others } = select
  return { ...args, select: Object.keys(others).length > 0 ? others : undefined }
}

/** The record that a stored version belongs to; undefined if there is no such version. */
async function idOfVersion({ collection, req, args }: Operation): Promise<unknown> {
  const { docs } = await req.payload.db.findVersions<{ parent: unknown }>({
    collection: collection.slug as never,
    limit: 1,
    pagination: false,
    req,
    where: { id: { equals: args.id } },
  })
  return (docs[0] as { parent?: unknown } | undefined)?.parent
}

/** Payload deletes the replaced files before a record of a bulk write can be checked. */
function refuseFilesWith(expected: Expected | undefined, { req }: Operation): void {
  if (expected && req.file) {
    throw new APIError('A bulk write that brings a file cannot have a precondition. Write the records one by one.', 400)
  }
}

/** The answer to GraphQL is made outside of the transaction, so it cannot be stored with the effect. */
function refuseKeyOfGraphQL(req: PayloadRequest): void {
  if (req.payloadAPI === 'GraphQL' && req.headers?.get('Idempotency-Key')) {
    throw new APIError('GraphQL takes no Idempotency-Key. Send the write to the REST API.', 400)
  }
}
