import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const here = path.dirname(fileURLToPath(import.meta.url))

/** The folder of the compiled Java, relative to this one. */
const dist = process.env.SANGUINE_DIST || '../dist/shop'

const file = (name: string) => `${dist}/${name}${process.env.SANGUINE_SUFFIX || ''}.mjs`

/** Every import of query-core, those of react-query too, gets the engine. */
const engine = {
  '@tanstack/query-core': file('sanguine'),
  sanguine: file('sanguine'),
  'sanguine/intents': file('sanguine-intents'),
  'sanguine/records': file('sanguine-records'),
  'sanguine/conflicts': file('sanguine-conflicts'),
  'sanguine/pacing': file('sanguine-pacing'),
  'sanguine/drafts': file('sanguine-drafts'),
  'sanguine/payload': file('sanguine-payload'),
  // The package's own hooks, as scripts/hooks.mjs writes them.
  'sanguine/react': './node_modules/.sanguine/react.mjs',
  'orders-widget': file('orders-widget'),
}

const config: NextConfig = {
  poweredByHeader: false,
  // Payload bundled twice would break `instanceof` on its errors and so the bodies of error answers.
  serverExternalPackages: ['payload', '@payloadcms/db-sqlite', '@payloadcms/drizzle', '@payloadcms/graphql'],
  turbopack: {
    // The compiled Java lies beside this folder, so the root is the folder above.
    root: path.join(here, '..'),
    resolveAlias: engine,
  },
}

const { headers: adminHeaders, ...app } = withPayload(config)

/** Payload asks the browser for its colour scheme and, by that, for a second request; only the admin reads it. */
const onAdmin: NextConfig['headers'] = async () =>
  (await adminHeaders!()).map((entry) => ({ ...entry, source: '/admin/:path*' }))

export default { ...app, headers: onAdmin }
