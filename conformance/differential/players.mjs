/** Worker processes, each with one task at a time and a time limit. */
import { fork } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const WORKER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'worker.mjs')
const LIMIT_MS = 60_000
const SHRINK_LIMIT_MS = 300_000

export class Player {
  constructor(sides) {
    this.sides = sides
  }

  async ask(message) {
    if (!this.process) {
      this.process = fork(WORKER, { env: { ...process.env, NODE_ENV: 'production' } })
      await this.send({ task: 'open', ...this.sides })
    }
    return this.send(message)
  }

  /** Gives the answer; throws if the worker fails, ends or takes too long. */
  send(message) {
    const worker = this.process
    return new Promise((resolve, reject) => {
      const settle = (how, value) => {
        clearTimeout(timer)
        worker.removeAllListeners()
        how(value)
      }
      const give = (reason) => {
        this.close()
        settle(reject, new Error(reason))
      }
      const limit = message.task === 'shrink' ? SHRINK_LIMIT_MS : LIMIT_MS
      const timer = setTimeout(() => give(`did not end within ${limit / 1000} s`), limit)
      worker.once('message', ({ result, problem }) =>
        problem ? settle(reject, new Error(problem)) : settle(resolve, result),
      )
      worker.once('exit', (code, signal) => give(`the process ended (${signal ?? code})`))
      worker.send(message)
    })
  }

  close() {
    this.process?.removeAllListeners()
    this.process?.kill('SIGKILL')
    this.process = undefined
  }
}

/** Plays the seeds on so many workers; calls `done(seed, difference)` in no special order. */
export async function playAll({ from, count, workers, sides, request, done }) {
  let next = from
  const end = from + count
  await Promise.all(
    Array.from({ length: Math.min(workers, count) }, async () => {
      const player = new Player(sides)
      while (next < end) {
        const seed = next++
        try {
          done(seed, await player.ask({ task: 'play', seed, ...request }))
        } catch (error) {
          done(seed, { kind: 'no end', text: error.message })
        }
      }
      player.close()
    }),
  )
}
