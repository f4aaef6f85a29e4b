import { getPayload } from 'payload'

import { appConfig } from './config.mjs'
import { serve } from './server.mjs'

// A server that may be killed at any time: node child.mjs URL FOLDER PORT [new]. A new one makes the tables and a user.
const [url, folder, port, isNew] = process.argv.slice(2)
const config = await appConfig({ url, folder })
const payload = await getPayload({ config })
if (isNew) {
  const data = { email: 'a@example.com', password: 'secret', name: 'admin', enableAPIKey: true, apiKey: 'key of admin' }
  await payload.create({ collection: 'users', data })
}
await serve(config, { port: Number(port) })
process.send('ready')
