import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('..', import.meta.url))

/** The user of a shop that was started for tests. */
export const shopKeeper = { email: 'shop@example.com', password: 'optimist' }

/**
 * Starts the production server on a free port with a fresh, seeded database.
 *
 * @returns {Promise<{ origin: string, database: string, end: () => Promise<void> }>} its address, its SQLite file, and
 *     what ends it and removes its files
 */
export async function startShop() {
  if (!existsSync(path.join(web, '.next/BUILD_ID'))) {
    throw new Error('The app is not built. Run `npm run build` in web/ first.')
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'sanguine-shop-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const database = path.join(folder, 'shop.sqlite')
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    DATABASE_PATH: database,
    ALLOWED_ORIGINS: [origin, process.env.ALLOWED_ORIGINS].filter(Boolean).join(','),
    PAYLOAD_SECRET: 'for tests only',
    SHOP_EMAIL: shopKeeper.email,
    SHOP_PASSWORD: shopKeeper.password,
  }
  for (const script of ['migrate', 'seed']) {
    execFileSync('npm', ['run', '--silent', script], { cwd: web, env, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  // Next closes a connection that was idle for 5 s, just when a slow test may be using it again.
  const options = ['start', '--hostname', '127.0.0.1', '--keepAliveTimeout', '60000']
  const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...options], {
    cwd: web,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const end = async () => {
    await ended(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answered(`${origin}/api/orders?limit=1`, server)
  } catch (error) {
    await end()
    throw error
  }
  return { origin, database, end }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address())
      probe.close(() => resolve(port))
    })
  })
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 */
async function answered(url, server) {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (server.exitCode !== null) {
      throw new Error(`The server ended with code ${server.exitCode} before it answered.`)
    }
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No answer from ${url} within 60 s.`)
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<void>}
 */
function ended(server) {
  return new Promise((resolve) => {
    if (server.exitCode !== null) {
      resolve()
      return
    }
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}
