/** Plays one order of an app on one library, and judges the screen at every rest. */
import { Clock } from '../differential/clock.mjs'
import { judge } from './judge.mjs'
import { Page } from './page.mjs'
import { Server } from './server.mjs'

/** Long enough for reads, retries and what waits for them; no change is answered by time. */
const REST_MS = 60

const STEPS = {
  issue: ({ server, run }, name) => void run[name](server.issue(name)),
  ok: ({ server }, number) => server.issues[number].answer('ok'),
  fail: ({ server }, number) => server.issues[number].answer('fail'),
  up: ({ server }) => void (server.isUp = true),
  down: ({ server }) => void (server.isUp = false),
  offline: ({ core }) => core.onlineManager.setOnline(false),
  online: ({ core }) => core.onlineManager.setOnline(true),
  leave: ({ page }) => page.leave(),
  comeBack: ({ page }) => page.comeBack(),
  hold: ({ server }) => server.hold(),
  letGo: ({ server }) => server.letGo(),
  /** Somebody comes back to the window: all that is on the screen is read again. */
  refetch: ({ page }) => void page.client.refetchQueries({ type: 'active' }).catch(() => undefined),
}

/**
 * `order`: lists of steps; those of one list happen in one task, after each list comes a rest.
 * `options` are the client's; `page` is which of the app's spellings is played.
 * Gives the screen at each rest as a text, and what was wrong first: `leniently` and `strictly` (see judge.mjs);
 * in `flashes` what a listener was told in between. `isOvertaken` if a read landed while a change was under way.
 */
export async function play(core, app, order, { options, page: write = 'page' } = {}) {
  const errors = []
  const clock = new Clock((error) => errors.push(error))
  clock.install()
  const server = new Server(app)
  const page = new Page(
    core,
    options,
    server,
    app.mutationCache?.(() => page.client),
  )
  const rests = []
  const flashes = {}
  const result = { rests, flashes }
  try {
    const { run, screen } = app[write](page)
    await clock.advance(REST_MS)
    const world = { core, page, server, run }
    for (const [at, steps] of order.entries()) {
      server.begin()
      const before = server.issues.filter(({ status }) => status !== 'failed')
      page.onShown = () => {
        const shown = screen()
        // The cache says which read has come only after it has told the listeners.
        queueMicrotask(() => {
          const moving = server.issues.filter((issue) => before.includes(issue) !== (issue.status !== 'failed'))
          for (const [how, what] of Object.entries(judge(app, server, shown, moving))) flashes[how] ??= { at, ...what }
        })
      }
      for (const [word, subject] of steps) STEPS[word](world, subject)
      await clock.advance(REST_MS)
      page.onShown = undefined
      if (page.isLeft) {
        rests.push({ shown: '"another page"', wrong: {} })
        continue
      }
      const shown = screen()
      const wrong = judge(app, server, shown)
      for (const [how, what] of Object.entries(wrong)) result[how] ??= { at, ...what }
      rests.push({ shown: JSON.stringify(shown), wrong })
      result.isOvertaken ||= server.isOvertaken()
    }
  } finally {
    core.onlineManager.setOnline(true)
    page.close()
    clock.uninstall()
  }
  if (errors.length > 0) throw new Error(`A timer of ${app.name} threw.`, { cause: errors[0] })
  return result
}
