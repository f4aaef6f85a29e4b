/** One side of the comparison: plays a program on a library and writes down what everybody saw. */
import { Clock, TooLong } from './clock.mjs'
import { addBuilders, builder } from './functions.mjs'
import { Changes, defined, shower } from './show.mjs'
import { SOURCES } from './sources.mjs'
import { WORDS } from './words.mjs'

addBuilders(SOURCES)

/** How long a program goes on after its last step, so that what is under way can end. */
const AFTERWARDS = [300, 5000, 60_000]

export class World {
  constructor(library) {
    this.library = library
    this.clock = new Clock((error) => this.log('uncaught', this.show(error)))
    this.things = new Map()
    this.names = new WeakMap()
    this.functions = new Map()
    this.clients = []
    this.mounts = new Map()
    this.lines = []
    this.hasEnded = false
    /** Channels that are not compared from here on; whoever adds one says why. */
    this.ignored = new Set()
    this.show = shower(library, (object) => this.names.get(object))
    this.changes = new Changes(this.show)
  }

  /** Writes a line down, with the place in time and the rounds of promises since the turn began. */
  log(channel, text) {
    if (this.hasEnded || this.ignored.has(channel)) return
    this.lines.push({ channel, text, place: this.clock.place(), round: this.clock.round })
  }

  /** Names what a step made, for later steps and for the lines. */
  add(name, thing, ...objects) {
    this.things.set(name, thing)
    for (const object of objects) this.names.set(object, name)
    return thing
  }

  get(name) {
    return this.things.get(name)
  }

  client(step) {
    return this.get(step.client) ?? this.get('c1')
  }

  /** A client counts who has mounted it; so does the program, which unmounts them all in the end. */
  mount(client) {
    this.mounts.set(client, (this.mounts.get(client) ?? 0) + 1)
    client.mount()
  }

  unmount(client) {
    if (!this.mounts.get(client)) return
    this.mounts.set(client, this.mounts.get(client) - 1)
    client.unmount()
  }

  /** Data of a program as values: functions in the place of `{ $: kind }`. */
  build(data) {
    if (data === null || typeof data !== 'object') return data
    if (Array.isArray(data)) return data.map((item) => this.build(item))
    if (data.$ === undefined)
      return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.build(value)]))
    if (data.$ === 'absent') return undefined
    if (data.name === undefined) return builder(data.$)(this, data)
    const made = this.functions.get(data.name) ?? builder(data.$)(this, data)
    this.functions.set(data.name, made)
    return made
  }

  /** Performs a step. One whose thing was never made does nothing. */
  perform(step) {
    if (step.on !== undefined && !this.things.has(step.on)) return
    try {
      WORDS[step.word].play(this, step)
    } catch (error) {
      this.log('steps', `${step.word}${step.on ? ` ${step.on}` : ''} throws ${this.show(error)}`)
    }
  }

  /** Writes down how a promise settles; then performs the steps that wait for it. */
  watch(step, promise, showValue = this.show) {
    const settled = (how, text) => {
      this.log(step.name, `${how} ${text}`)
      this.log('settles', step.name)
      step.then?.forEach((next) => this.perform(next))
    }
    promise.then(
      (value) => settled('gives', showValue(value)),
      (error) => settled('fails with', this.show(error)),
    )
  }
}

/** Plays a program; gives its lines. */
export async function play(library, program) {
  const world = new World(library)
  const unhandled = (error) => world.log('unhandled', world.show(error))
  process.on('unhandledRejection', unhandled)
  process.on('uncaughtException', world.clock.onError)
  world.clock.install()
  try {
    resetManagers(world)
    for (const client of program.clients) WORDS.client.play(world, client)
    let newTurn = true
    for (const step of program.steps) {
      if (newTurn) world.clock.beginStep()
      world.perform(step)
      newTurn = step.wait !== undefined
      if (newTurn) await world.clock.advance(step.wait)
    }
    world.clock.beginStep()
    world.library.onlineManager.setOnline(true)
    world.library.focusManager.setFocused(true)
    for (const ms of AFTERWARDS.slice(0, program.long ? 3 : 1)) await world.clock.advance(ms)
    await leave(world)
  } catch (error) {
    if (!(error instanceof TooLong)) throw error
    world.log('steps', 'the program has too many timers')
  } finally {
    await end(world)
    world.clock.uninstall()
    process.off('unhandledRejection', unhandled)
    process.off('uncaughtException', world.clock.onError)
  }
  return world.lines
}

/** The managers are one for the whole module: a program begins with them as they were at first. */
function resetManagers({ library }) {
  const { environmentManager, focusManager, notifyManager, onlineManager, timeoutManager } = library
  environmentManager.setIsServer(() => false)
  onlineManager.setEventListener(() => undefined)
  onlineManager.setOnline(true)
  focusManager.setEventListener(() => undefined)
  focusManager.setFocused(true)
  notifyManager.setNotifyFunction((callback) => callback())
  notifyManager.setBatchNotifyFunction((callback) => callback())
  notifyManager.setScheduler(library.defaultScheduler)
  timeoutManager.setTimeoutProvider({
    setTimeout: (callback, delay) => setTimeout(callback, delay),
    clearTimeout: (id) => clearTimeout(id),
    setInterval: (callback, delay) => setInterval(callback, delay),
    clearInterval: (id) => clearInterval(id),
  })
}

/** Everybody leaves; what is left of the clients is shown. */
async function leave(world) {
  world.clock.beginStep()
  for (const thing of world.things.values()) thing.leave?.()
  await world.clock.advance(10)
  world.clock.beginStep()
  for (const client of world.clients) {
    const name = world.names.get(client)
    for (const query of client.getQueryCache().getAll())
      world.log(`end of ${name}`, `${query.queryHash} ${world.show(defined(query.state))}`)
    for (const mutation of client.getMutationCache().getAll())
      world.log(`end of ${name}`, `mutation ${mutation.mutationId} ${world.show(defined(mutation.state))}`)
    client.clear()
  }
  await world.clock.advance(10)
}

/** What is still under way must not reach into the next program: nobody is mounted, no timer is left, no promise runs. */
async function end(world) {
  world.hasEnded = true
  for (const thing of world.things.values()) thing.leave?.()
  for (const client of world.clients) {
    client.clear()
    while (world.mounts.get(client) > 0) world.unmount(client)
  }
  resetManagers(world)
  world.clock.timers.clear()
  await world.clock.settle()
  world.clock.timers.clear()
}
