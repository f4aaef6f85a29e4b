import {
  APIError,
  findByIDOperation,
  type CollectionSlug,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'

import type { Settings } from '../options.js'
import type { Transaction } from '../database/transactions.js'
import { Expected, tagOf } from './tags.js'
import type { Place } from './rows.js'

/** An operation of Payload on a named collection, as its hooks see it. */
export type Operation = {
  kind: 'update' | 'delete' | 'restoreVersion'
  collection: SanitizedCollectionConfig
  req: PayloadRequest
  overrideAccess: boolean
  args: { id?: unknown; data?: unknown; depth?: number; draft?: boolean; select?: object; trash?: boolean }
}

const ASKED = 'the first operation of this transaction was asked for its precondition'

/**
 * The precondition of an operation. A header means only what the request itself asks for, and not what hooks write besides: the
 * first operation of its transaction, on the record or the collection that the address names. `context.ifMatch` means the next
 * operation, and is taken out of the context.
 */
export function expectedOf(operation: Operation, transaction: Transaction): Expected | undefined {
  const { req } = operation
  const isFirst = !transaction.notes.has(ASKED)
  transaction.notes.set(ASKED, true)
  const { ifMatch } = req.context
  if (ifMatch !== undefined) {
    delete req.context.ifMatch
    return Expected.of(ifMatch)
  }
  const header = req.headers?.get('If-Match') ?? null
  return header !== null && isFirst && isAskedFor(operation) ? Expected.ofHeader(header) : undefined
}

/** Whether the request itself asks for this operation. */
export function isAskedFor({
  kind,
  collection,
  req,
  args,
}: Pick<Operation, 'kind' | 'collection' | 'req' | 'args'>): boolean {
  if (req.payloadAPI === 'GraphQL') {
    return true
  }
  const { collection: slug, id } = req.routeParams ?? {}
  return (
    req.payloadAPI === 'REST' &&
    slug === collection.slug &&
    (kind === 'restoreVersion' || String(id ?? '') === String(args.id ?? ''))
  )
}

/** Throws an error of status 428 if a precondition is required here. */
export function requireOne({ require }: Settings, { overrideAccess, req }: Operation): void {
  if (!overrideAccess && (typeof require === 'function' ? require(req) : require)) {
    throw new APIError('Say with If-Match which version of the record this was made from.', 428)
  }
}

/** Whether the access rules let this user make the change; if not, Payload refuses it later, in its own words. */
export async function mayWrite(
  { kind, collection, req, overrideAccess, args }: Operation,
  id: unknown,
): Promise<boolean> {
  if (overrideAccess) {
    return true
  }
  const access = collection.access[kind === 'delete' ? 'delete' : 'update']
  const allowed = await access({ req, id: id as string, data: args.data as object })
  if (typeof allowed === 'boolean') {
    return allowed
  }
  const where = { and: [{ id: { equals: id } }, allowed] }
  return Boolean(await req.payload.db.findOne({ collection: collection.slug, req, where }))
}

/** The refusal of a write that was made from another version, with the record as this user may see it. */
export async function conflict(operation: Operation, place: Place, id: unknown, version: number): Promise<APIError> {
  const { req } = operation
  const current = await readAs(operation, place, id)
  if (current) {
    req.responseHeaders = new Headers(req.responseHeaders)
    req.responseHeaders.set('ETag', tagOf(version))
  }
  return new APIError(CONFLICT, 412, current ? { current } : undefined)
}

export const CONFLICT = 'The record has been changed in the meantime.'

/** The record as the user of the request may see it; undefined if not at all. */
export async function readAs(
  { collection, req, overrideAccess, args }: Operation,
  place: Place,
  id: unknown,
): Promise<unknown> {
  const record = await findByIDOperation({
    id: id as string,
    collection: req.payload.collections[collection.slug as CollectionSlug]!,
    depth: args.depth,
    disableErrors: true,
    draft: Boolean(args.draft),
    overrideAccess,
    req,
    select: (args.select && !isExclusion(args.select) ? { ...args.select, [place.field]: true } : args.select) as never,
    trash: Boolean(args.trash),
  })
  return record ?? undefined
}

/** Whether a `select` says what to leave out. */
const isExclusion = (select: object) => Object.values(select).some((value) => value === false)
