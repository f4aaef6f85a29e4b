/**
 * The server of an app. It takes the requests in the order in which they were issued, whatever the order of its answers:
 * what it stores is the start with every confirmed change, in order of issue. The script answers each change by hand;
 * reads are answered by the server itself, a moment later, or fail while the network is down.
 */
const A_MOMENT = 1

/** One use of an action by the person: a change that is under way until the script answers it. */
export class Issue {
  constructor(name, number, server) {
    this.name = name
    this.number = number
    this.server = server
    /** What the server calls a record that this change creates. */
    this.id = 100 + number
    this.status = 'pending'
    /** Parts of the screen that a read has brought without this change, while it was under way. */
    this.missedBy = new Set()
    /** The same since the last rest, even if another read has brought it since. */
    this.wasMissedBy = new Set()
    this.failures = 0
    this.send = this.send.bind(this)
  }

  /** What the app's request is: a promise of the server's answer. */
  send() {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      if (this.verdict) this.settle()
    })
  }

  answer(verdict) {
    this.verdict = verdict
    if (this.waiting) this.settle()
  }

  settle() {
    const { resolve, reject } = this.waiting
    this.waiting = undefined
    if (this.verdict === 'ok') {
      this.status = 'ok'
      resolve(this.server.answerTo(this))
      return
    }
    if (++this.failures === this.server.attempts) this.status = 'failed'
    reject(new Error(`'${this.name}' was refused`))
  }
}

export class Server {
  constructor(app) {
    this.app = app
    this.attempts = app.attempts ?? 1
    this.issues = []
    this.isUp = true
    this.held = undefined
    /** Which changes the last answered read of a part holds. */
    this.sent = new Map()
  }

  issue(name) {
    const issue = new Issue(name, this.issues.length, this)
    this.issues.push(issue)
    return issue
  }

  /** The state with the changes of these issues, in order of issue. */
  stateWith(issues) {
    return issues.reduce((state, issue) => this.app.actions[issue.name].effect(state, issue), this.app.start())
  }

  stored() {
    return this.stateWith(this.confirmed())
  }

  confirmed() {
    return this.issues.filter(({ status }) => status === 'ok')
  }

  /** What a read of one part of the screen answers. */
  read(part, select) {
    return new Promise((resolve, reject) => {
      const holds = this.confirmed()
      const value = structuredClone(select(this.stored()))
      const land = () => {
        if (!this.isUp) return reject(new Error('no network'))
        this.sent.set(part, holds)
        resolve(value)
      }
      if (this.held) this.held.push(land)
      else setTimeout(land, A_MOMENT)
    })
  }

  /** The value that was read has come into the cache: it was neither cancelled nor too late. */
  wasTaken(part) {
    this.landed(part, this.sent.get(part))
  }

  /** A value of the server came for a part of the screen, and holds only the changes of these issues. */
  landed(part, holds) {
    for (const issue of this.issues) {
      if (holds.includes(issue)) issue.missedBy.delete(part)
      else issue.missedBy.add(part)
      if (issue.missedBy.has(part)) issue.wasMissedBy.add(part)
    }
  }

  /** A read has come without a change that was under way. */
  isOvertaken() {
    return this.issues.some(({ missedBy }) => missedBy.size > 0)
  }

  answerTo(issue) {
    const { answer, answersPart } = this.app.actions[issue.name]
    if (answersPart) this.landed(answersPart, this.confirmed())
    return answer ? structuredClone(answer(this.stored(), issue)) : {}
  }

  /** A rest is over. */
  begin() {
    for (const issue of this.issues) issue.wasMissedBy = new Set(issue.missedBy)
  }

  /** Reads from now on stay under way until they are let go. */
  hold() {
    this.held = []
  }

  letGo() {
    const reads = this.held ?? []
    this.held = undefined
    for (const land of reads) land()
  }
}
