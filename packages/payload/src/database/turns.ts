/** How long a transaction waits for those before it. */
const WAIT_MS = 10_000

/** A write that had to wait too long. It has changed nothing. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy'

  constructor() {
    super(
      `Other transactions took longer than ${WAIT_MS / 1000} s. ` +
        'If this is the only one, one of its hooks writes without passing `req`, and so waits for the transaction it is called in.',
    )
  }
}

/** Lets so many through at once; the others wait in the order in which they came. */
export class Turns {
  private readonly waiting: (() => void)[] = []

  constructor(private free: number) {}

  /** Waits for a turn and gives what ends it. Throws DatabaseBusy after ten seconds. */
  async take(): Promise<() => void> {
    if (this.free > 0) {
      this.free--
    } else {
      await this.wait()
    }
    let ended = false
    return () => {
      if (!ended) {
        ended = true
        this.pass()
      }
    }
  }

  private wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(giveUp)
        resolve()
      }
      const giveUp = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(start), 1)
        reject(new DatabaseBusy())
      }, WAIT_MS)
      this.waiting.push(start)
    })
  }

  /** Hands the turn to the next in the queue. */
  private pass(): void {
    const next = this.waiting.shift()
    if (next) {
      next()
    } else {
      this.free++
    }
  }
}
