import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { shopKeeper } from './session'

const web = fileURLToPath(new URL('..', import.meta.url))

/** Starts the production server on a free port with a fresh database; returns what ends it again. */
export default async function startShop(): Promise<() => Promise<void>> {
  if (!existsSync(path.join(web, '.next/BUILD_ID'))) {
    throw new Error('The app is not built. Run `npm run build` in web/ first.')
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'sanguine-e2e-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const environment = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    DATABASE_PATH: path.join(folder, 'shop.sqlite'),
    ALLOWED_ORIGINS: origin,
    PAYLOAD_SECRET: 'for these tests only',
    SHOP_EMAIL: shopKeeper.email,
    SHOP_PASSWORD: shopKeeper.password,
  }
  for (const script of ['migrate', 'seed']) {
    execFileSync('npm', ['run', '--silent', script], { cwd: web, env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  const server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    { cwd: web, env: environment, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const end = async () => {
    await ended(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answered(`${origin}/api/orders?limit=1`, server)
    process.env.E2E_ORIGIN = origin
  } catch (error) {
    await end()
    throw error
  }
  return end
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

async function answered(url: string, server: ChildProcess): Promise<void> {
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

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) {
      resolve()
      return
    }
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}
