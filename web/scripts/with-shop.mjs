/**
 * Runs a command while a shop of its own is served: node scripts/with-shop.mjs <command> [arguments]
 *
 * The command finds the address in SANGUINE_PAYLOAD_URL and a user in SANGUINE_PAYLOAD_EMAIL and
 * SANGUINE_PAYLOAD_PASSWORD. Its exit code is this script's.
 */
import { spawn } from 'node:child_process'

import { shopKeeper, startShop } from './shop-server.mjs'

const [command, ...parameters] = process.argv.slice(2)
if (!command) {
  console.error('Nothing to run. Use: node scripts/with-shop.mjs <command> [arguments]')
  process.exit(2)
}

const shop = await startShop()
const child = spawn(command, parameters, {
  stdio: 'inherit',
  env: {
    ...process.env,
    SANGUINE_PAYLOAD_URL: shop.origin,
    SANGUINE_PAYLOAD_EMAIL: shopKeeper.email,
    SANGUINE_PAYLOAD_PASSWORD: shopKeeper.password,
  },
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => child.kill(signal))
}
const code = await new Promise((resolve) => {
  child.once('error', (error) => {
    console.error(`${command} cannot be run: ${error.message}`)
    resolve(127)
  })
  child.once('exit', (exit) => resolve(exit ?? 1))
})
await shop.end()
process.exit(code)
