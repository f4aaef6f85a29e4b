// Times two sides of a row in turn, in one process. A batch is as many calls as last a few milliseconds; rounds
// alternate which side goes first; what counts is the median over the rounds.

const clock = () => performance.now()

/** What the process itself has used; says the same on a machine that does other work meanwhile. */
const processor = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

// Each side of each row gets loops of its own, so that the engine compiles each for the one call it makes.
const syncLoop = () => new Function('op', 'n', 'let s = 0; for (let i = 0; i < n; i++) if (op(i)) s++; return s')
const asyncLoop = () =>
  new Function(
    'op',
    'n',
    'return (async () => { let s = 0; for (let i = 0; i < n; i++) if (await op(i)) s++; return s })()',
  )

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** A side of a row as `setup` returns it: op(i), and optionally before(calls), after(), awaited, drain(), once, collect. */
class Side {
  constructor(work, now) {
    this.work = work
    this.now = now
    this.loop = work.awaited ? asyncLoop() : syncLoop()
    this.calls = 1
    this.times = []
  }

  async batch() {
    const { work, now } = this
    await work.before?.(this.calls)
    // So that a side does not pay for what the other has left behind. A full collection would also throw away the shapes
    // of objects of which none is alive, and with them the code that was compiled for them.
    if (work.collect) globalThis.gc?.({ type: 'minor' })
    const start = now()
    const done = this.loop(work.op, this.calls)
    if (work.awaited) await done
    await work.drain?.()
    const took = now() - start
    await work.after?.()
    return took
  }

  /** Finds how many calls last as long as a batch should; warms up on the way. */
  async calibrate(batchMs, warmMs) {
    let spent = 0
    for (;;) {
      const took = await this.batch()
      spent += took
      if (this.work.once) {
        if (spent >= warmMs) return
        continue
      }
      if (took >= batchMs / 2 && spent >= warmMs) {
        this.calls = Math.max(1, Math.round((this.calls * batchMs) / took))
        return
      }
      if (took < batchMs) this.calls = Math.ceil(this.calls * Math.min(8, batchMs / Math.max(took, 0.01)) * 1.1)
    }
  }
}

/**
 * Microseconds a call for each of the named sides.
 * @param works {name: work}
 */
export async function race(works, { batchMs, warmMs, rowMs, least, cpu }) {
  const now = cpu ? processor : clock
  const sides = Object.entries(works).map(([name, work]) => ({ name, side: new Side(work, now) }))
  for (const { side } of sides) await side.calibrate(side.work.collect ? 3 * batchMs : batchMs, warmMs)
  globalThis.gc?.()
  const end = now() + rowMs
  for (let round = 0; round < least || now() < end; round++) {
    const turn = round % 2 ? [...sides].reverse() : sides
    for (const { side } of turn) side.times.push(((await side.batch()) * 1000) / side.calls)
  }
  return Object.fromEntries(sides.map(({ name, side }) => [name, median(side.times)]))
}
