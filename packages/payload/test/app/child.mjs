import { getPayload } from 'payload'

import { appConfig } from './config.mjs'
import { serve } from './server.mjs'

// A server that may be killed at any time: node child.mjs URL FOLDER PORT
const [url, folder, port] = process.argv.slice(2)
const config = await appConfig({ url, folder })
await getPayload({ config })
await serve(config, { port: Number(port) })
process.send('ready')
