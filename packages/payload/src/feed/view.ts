import { createLocalReq, type CollectionSlug, type PayloadRequest, type Where } from 'payload'

import { adapterOf, tableOf } from '../database/adapter.js'
import { asId } from '../version/rows.js'
import type { Change } from './changes.js'
import { fits } from './visible.js'

/*
 * What one reader is told of a change.
 *
 * The record is read with his access, as `GET` would give it now, so he is told nothing that he could not ask for. If it is not
 * there for him, he is told that it is gone, but only if he could see it before the change. The rule of access decides that on
 * the record as it was. If the rule looks at more than the record, he is told nothing.
 *
 * A record that was changed several times is told once, at its last change. That it is gone is told at each change that took it
 * away: the stream may break in between, and what was skipped would be lost.
 */

/** Why a stream is read: the request that began it, and its user as he is now. */
export type Reader = { req: PayloadRequest; user: PayloadRequest['user'] }

/** What is told of one change. */
export type Told = { change: Change; event: 'change' | 'gone'; data: Record<string, unknown> }

/** What the reader is told of these changes, in their order. */
export async function view(reader: Reader, changes: Change[], versionField: string): Promise<Told[]> {
  const bySlug = new Map<string, Change[]>()
  for (const change of changes) {
    bySlug.set(change.collection, [...(bySlug.get(change.collection) ?? []), change])
  }
  const told = await Promise.all([...bySlug].map(([slug, ofOne]) => viewCollection(reader, slug, ofOne, versionField)))
  const place = new Map(changes.map((change, index) => [change, index]))
  return told.flat().sort((a, b) => place.get(a.change)! - place.get(b.change)!)
}

async function viewCollection(
  { req: { payload, headers, locale, i18n, origin }, user }: Reader,
  slug: string,
  changes: Change[],
  versionField: string,
): Promise<Told[]> {
  const collection = payload.collections[slug as CollectionSlug]?.config
  if (!collection) {
    return []
  }
  // A new one each time, because Payload keeps in a request what it has read.
  const asked = { headers, user, locale, i18n, origin, payloadAPI: 'REST', context: {}, query: {}, routeParams: {} }
  const req = await createLocalReq({ req: asked as Partial<PayloadRequest>, user: user as never }, payload)
  const rule = await collection.access.read({ req })
  if (!rule) {
    return []
  }
  const column = tableOf(adapterOf(payload), slug).id!
  const ids = [...new Set(changes.map(({ record }) => record))].map((record) => asId(column, record))
  const { docs } = await payload.find({
    collection: slug as CollectionSlug,
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: ids } },
  })
  const seen = new Map(docs.map((doc) => [String((doc as { id: unknown }).id), doc as Record<string, unknown>]))
  const last = new Map(changes.map((change) => [change.record, change]))
  return changes.flatMap((change): Told[] => {
    const record = seen.get(change.record)
    const about = { collection: slug, id: asId(column, change.record) }
    if (record) {
      const data = { ...about, version: record[versionField], operation: change.operation, record }
      return last.get(change.record) === change ? [{ change, event: 'change', data }] : []
    }
    return couldSee(rule, change) ? [{ change, event: 'gone', data: about }] : []
  })
}

function couldSee(rule: boolean | Where, { before }: Change): boolean {
  return before !== null && fits(rule, JSON.parse(before) as Record<string, unknown>) === true
}
