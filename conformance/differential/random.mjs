/** A repeatable source of choices: the same seed makes the same choices on every machine. */
export class Random {
  constructor(seed) {
    this.state = Math.imul(seed, 0x9e3779b1) | 0
  }

  /** From 0 to below 1 (splitmix32). */
  next() {
    this.state = (this.state + 0x9e3779b9) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }

  int(below) {
    return Math.floor(this.next() * below)
  }

  chance(probability) {
    return this.next() < probability
  }

  pick(list) {
    return list[this.int(list.length)]
  }

  /** `items` that have a `weight`. */
  weighted(items) {
    const total = items.reduce((sum, item) => sum + item.weight, 0)
    let left = this.next() * total
    for (const item of items) {
      left -= item.weight
      if (left < 0) return item
    }
    return items.at(-1)
  }

  some(list, probability) {
    return list.filter(() => this.chance(probability))
  }

  shuffled(list) {
    const left = [...list]
    return list.map(() => left.splice(this.int(left.length), 1)[0])
  }
}
