import type { CollectionConfig } from 'payload'

/** The collection whose table is the feed. Payload makes the table, by `push` or by a migration of the app. */
export const CHANGES = 'sanguine-changes'

const nobody = () => false

/**
 * Its first row, of `xact` 0, is not a change: `record` is the name of the feed, and `version` the last `xact` that was pruned.
 */
export const changesCollection: CollectionConfig = {
  slug: CHANGES,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody, admin: nobody as never },
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  indexes: [{ fields: ['xact', 'part'], unique: true }],
  fields: [
    { name: 'xact', type: 'number', required: true },
    { name: 'part', type: 'number', required: true },
    { name: 'collection', type: 'text', required: true },
    { name: 'record', type: 'text', required: true },
    { name: 'version', type: 'number', required: true },
    { name: 'operation', type: 'text', required: true },
    { name: 'time', type: 'number', required: true, index: true },
    { name: 'before', type: 'textarea' },
  ],
}

/** One change as it is stored. */
export type Change = {
  xact: number
  part: number
  collection: string
  /** The id of the record, as text. */
  record: string
  version: number
  operation: 'create' | 'update' | 'delete'
  /** When the change was written, in milliseconds since 1970. The commit came later. */
  time: number
  /** The record before the change, as JSON; null for a new one. It tells who could see it. */
  before: string | null
}
