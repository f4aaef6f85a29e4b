/** Installs the pinned tools of the recipes, once per lock file. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))

export function installRecipes() {
  const lock = path.join(here, 'package-lock.json')
  const stamp = path.join(here, 'node_modules/.sanguine-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8')) return
  const { status } = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('npm could not install the tools of the recipes; is there a network?')
  copyFileSync(lock, stamp)
}
