/**
 * Virtual time. While it is installed, timers, Date and performance.now go by it; between two timers
 * everything that waits for promises runs to its end.
 *
 * It counts turns (one timer of the program, or one step of it) and, within a turn, how many rounds
 * of promises have run: that is how late something settles, measured without a real clock.
 */
const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  Date: globalThis.Date,
  now: performance.now,
}
const afterPromises = globalThis.setImmediate

/** Rounds of promises that are counted in one turn; nothing in a program takes more. */
const ROUNDS = 80

/** Node's longest timeout; what is longer, or no number, is over at once. */
const LONGEST = 2 ** 31 - 1

/** Timers that a program may have: what repeats without end is cut off, on both sides at the same place. */
const BUDGET = 1000

export const START = 1_700_000_000_000

/** Ends a program. */
export class TooLong extends Error {}

export class Clock {
  constructor(onError) {
    this.onError = onError
    this.time = START
    this.timers = new Map()
    this.lastId = 0
    this.turn = 0
    this.round = 0
    this.left = BUDGET
  }

  install() {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const clock = this
    globalThis.setTimeout = (callback, delay) => clock.add(callback, delay, false)
    globalThis.setInterval = (callback, delay) => clock.add(callback, delay, true)
    globalThis.clearTimeout = globalThis.clearInterval = (id) => void clock.timers.delete(Number(id))
    globalThis.Date = class Date extends real.Date {
      constructor(...parts) {
        super(...(parts.length ? parts : [clock.time]))
      }
      static now() {
        return clock.time
      }
    }
    performance.now = () => clock.time - START
  }

  uninstall() {
    const { now, ...globals } = real
    Object.assign(globalThis, globals)
    performance.now = now
  }

  add(callback, delay, repeats) {
    const every = Number(delay)
    const wait = every >= 0 && every <= LONGEST ? every : 1
    const id = ++this.lastId
    this.timers.set(id, { id, callback, due: this.time + wait, every: repeats ? Math.max(wait, 1) : undefined })
    return id
  }

  /** A timer of the program itself: it begins a turn that both sides have. */
  own(callback, delay) {
    return this.add(
      () => {
        this.turn++
        callback()
      },
      delay,
      false,
    )
  }

  /** Begins a turn, for a step. */
  beginStep() {
    this.turn++
    this.countRounds()
  }

  /** Where the program is: what settles at the same place on both sides is compared. */
  place() {
    return `${this.time - START} ms, turn ${this.turn}`
  }

  /** Lets everything run that waits for promises, then what is due within `ms`, in order. */
  async advance(ms) {
    const end = this.time + ms
    await this.settle()
    for (let timer; (timer = this.next(end));) {
      this.time = Math.max(this.time, timer.due)
      if (timer.every) timer.due += timer.every
      else this.timers.delete(timer.id)
      this.countRounds()
      if (this.left-- === 0) throw new TooLong()
      this.run(timer.callback)
      await this.settle()
    }
    this.time = end
  }

  /** As on a page, a timer that throws stops nothing else. */
  run(callback) {
    try {
      callback()
    } catch (error) {
      this.onError(error)
    }
  }

  next(end) {
    let first
    for (const timer of this.timers.values()) {
      if (timer.due <= end && (!first || timer.due < first.due || (timer.due === first.due && timer.id < first.id)))
        first = timer
    }
    return first
  }

  settle() {
    return new Promise((resolve) => afterPromises(resolve))
  }

  countRounds() {
    this.round = 0
    const serial = (this.serial = (this.serial ?? 0) + 1)
    const count = () => {
      if (serial !== this.serial) return
      if (++this.round < ROUNDS) queueMicrotask(count)
    }
    queueMicrotask(count)
  }
}
