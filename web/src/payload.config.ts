import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'

import { tellWhatIsWrong } from './api/errors'
import { Events } from './collections/events'
import { longestText } from './collections/limits'
import { Orders } from './collections/orders'
import { Users } from './collections/users'
import { shopDatabase } from './database/shop-database'
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
  db: shopDatabase({ url: `file:${databasePath}`, migrationDir: path.join(here, 'migrations') }),
  defaultMaxTextLength: longestText,
  hooks: { afterError: [tellWhatIsWrong] },
  typescript: { outputFile: path.join(here, 'payload-types.ts') },
})
