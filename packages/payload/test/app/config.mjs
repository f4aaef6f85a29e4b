import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig } from 'payload'

import { sanguine } from '../../dist/index.js'

const signedIn = ({ req }) => Boolean(req.user)

/** A reader sees and changes only what is his, if his name is not "admin". */
const ownOnly = ({ req }) => req.user && (req.user.name === 'admin' || { owner: { equals: req.user.id } })

const orders = {
  slug: 'orders',
  access: { read: () => true, create: signedIn, update: signedIn, delete: signedIn },
  fields: [
    { name: 'number', type: 'text', required: true, unique: true },
    { name: 'status', type: 'text' },
    { name: 'note', type: 'text' },
    { name: 'total', type: 'number', min: 0 },
    { name: 'items', type: 'array', fields: [{ name: 'name', type: 'text' }] },
  ],
}

const pages = {
  slug: 'pages',
  versions: { drafts: { autosave: true } },
  access: { read: () => true, create: signedIn, update: signedIn, delete: signedIn },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'body', type: 'text' },
  ],
}

const secrets = {
  slug: 'secrets',
  access: { read: ownOnly, create: signedIn, update: ownOnly, delete: ownOnly },
  fields: [
    { name: 'text', type: 'text' },
    { name: 'owner', type: 'relationship', relationTo: 'users' },
    { name: 'hidden', type: 'text', access: { read: ({ req }) => req.user?.name === 'admin' } },
  ],
}

const files = (folder) => ({
  slug: 'files',
  access: { read: () => true, create: signedIn, update: signedIn, delete: signedIn },
  upload: { staticDir: folder, mimeTypes: ['text/plain'] },
  fields: [{ name: 'alt', type: 'text' }],
})

const users = {
  slug: 'users',
  auth: { useAPIKey: true },
  access: { read: signedIn, create: () => true, update: signedIn, delete: signedIn },
  fields: [{ name: 'name', type: 'text' }],
}

export const ALL = ['orders', 'pages', 'secrets', 'files', 'users']

/** The adapter that an address names: `postgres://...`, or a file of SQLite. */
export const databaseOf = (url, more = {}) =>
  url.startsWith('postgres')
    ? postgresAdapter({ pool: { connectionString: url }, ...more })
    : sqliteAdapter({ client: { url }, transactionOptions: {}, wal: true, ...more })

/** A Payload app of five collections. */
export function appConfig({ url, folder, options = {}, hooks = {}, more = {} }) {
  return buildConfig({
    secret: 'for tests only',
    telemetry: false,
    // Payload would start another process for it, which outlives the test.
    typescript: { autoGenerate: false },
    db: databaseOf(url),
    collections: [{ ...orders, hooks }, pages, secrets, files(folder), users],
    admin: { user: 'users' },
    logger: { options: { level: process.env.LOG ?? 'silent' } },
    plugins: [sanguine({ collections: ALL, ...options })],
    ...more,
  })
}
