import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig } from 'payload'

import { Events } from './collections/events'
import { Orders } from './collections/orders'
import { Users } from './collections/users'
import { allowedOrigins, databasePath, secret } from './environment'
import { mailToLog } from './mail'

const here = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  secret: secret(),
  collections: [Orders, Events, Users],
  csrf: allowedOrigins,
  telemetry: false,
  email: mailToLog,
  graphQL: { disable: true },
  admin: {
    user: Users.slug,
    // The default picture service is another host.
    avatar: 'default',
    meta: { titleSuffix: ' · Sanguine shop' },
    importMap: { baseDir: here },
  },
  db: sqliteAdapter({
    client: { url: `file:${databasePath}` },
    migrationDir: path.join(here, 'migrations'),
    push: false,
    wal: true,
    busyTimeout: 5000,
  }),
  typescript: { outputFile: path.join(here, 'payload-types.ts') },
})
