/** Functions that answer later: query functions, mutation functions, streams, persisters, callbacks of mutations. */
import { answerOf } from './functions.mjs'

/** Settles as the plan says: at once, in the same turn, or after a time. */
function settle(world, { ms }, value, error) {
  if (ms === 'sync') {
    if (error) throw error
    return value
  }
  if (ms === 'thenable') {
    return { then: (resolve, reject) => void (error ? reject(error) : resolve(value)) }
  }
  if (ms === 'promise') return error ? Promise.reject(error) : Promise.resolve(value)
  return new Promise((resolve, reject) => world.clock.own(() => (error ? reject(error) : resolve(value)), ms))
}

/** What a query function or a mutation function is given. The signal is left out: reading it has consequences. */
function contextText(world, context) {
  if (context === null || typeof context !== 'object' || !(context.client instanceof world.library.QueryClient))
    return world.show(context)
  const { client, ...rest } = Object.fromEntries(
    Object.keys(context)
      .filter((key) => key !== 'signal')
      .map((key) => [key, context[key]]),
  )
  return `${world.show(client)} ${world.show(rest)}${'signal' in context ? ' with a signal' : ''}`
}

/** Steps that a function performs in its `at`th call. */
function act(world, acts, call) {
  if (acts && call === acts.at) acts.steps.forEach((step) => world.perform(step))
}

/**
 * Reads the signal as the plan says, or not at all: a fetch whose signal nobody read is not given up. Gives a promise
 * if the function is to end with the request.
 */
function readSignal(world, { name, reads, onAbort }, call, context) {
  if (!reads || !context || typeof context !== 'object' || !('signal' in context)) return undefined
  const { signal } = context
  if (reads === 'looks') {
    void (signal === context.signal && signal.aborted)
    return undefined
  }
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      world.log(name, `call ${call} is aborted: ${world.show(signal.reason)}`)
      act(world, onAbort, call)
      if (reads === 'rejects') reject(new Error(`${name} was aborted`))
    })
  })
}

function source(world, spec) {
  let calls = 0
  return (...parts) => {
    const call = ++calls
    const plan = spec.plan[(call - 1) % spec.plan.length]
    const context = parts.at(-1)
    world.log(spec.name, `call ${call} with ${parts.map((part) => contextText(world, part)).join(', ')}`)
    const aborted = readSignal(world, spec, call, context)
    act(world, spec.acts, call)
    const answer = answerOf(spec.kind, plan.same ? 0 : call, spec.name)
    const value =
      context && typeof context === 'object' && context.pageParam !== undefined
        ? { page: context.pageParam, answer }
        : answer
    const settled = settle(world, plan, value, plan.ok ? undefined : new Error(`${spec.name} fails in call ${call}`))
    if (!aborted || spec.reads !== 'rejects') return settled
    return Promise.race([settled, aborted])
  }
}

function stream(world, spec) {
  let calls = 0
  return world.library.experimental_streamedQuery({
    refetchMode: spec.mode,
    ...(spec.reducer === 'join' && { reducer: (joined, chunk) => `${joined}|${chunk.n}`, initialValue: '' }),
    ...(spec.reducer === 'sum' && { reducer: (sum, chunk) => ({ n: sum.n + chunk.n }), initialValue: { n: 0 } }),
    streamFn: (context) => {
      const call = ++calls
      world.log(spec.name, `call ${call} with ${contextText(world, context)}`)
      void readSignal(world, spec, call, context)
      if (spec.failsAt === 'start') throw new Error(`${spec.name} fails at its start`)
      const chunks = streamChunks(world, spec, call)
      return spec.slow ? settle(world, { ms: spec.slow }, chunks) : chunks
    },
  })
}

async function* streamChunks(world, spec, call) {
  try {
    for (let n = 1; n <= spec.chunks.length; n++) {
      if (spec.failsAt === n && call % 2) throw new Error(`${spec.name} fails at ${n}`)
      yield await settle(world, { ms: spec.chunks[n - 1] }, { call, n })
    }
  } finally {
    world.log(spec.name, `call ${call} has ended`)
  }
}

function persister(world, spec) {
  const stored = new Map()
  return async (queryFn, context, query) => {
    world.log(spec.name, `asked for ${query.queryHash} with ${contextText(world, context)}`)
    await settle(world, { ms: spec.ms })
    const found = stored.get(query.queryHash)
    if (found !== undefined && spec.restores) {
      world.log(spec.name, `restores ${world.show(found)}`)
      return found
    }
    const data = await queryFn(context)
    stored.set(query.queryHash, data)
    return data
  }
}

/** A callback of a mutation, or of a cache. */
function callback(world, spec) {
  let calls = 0
  return (...parts) => {
    const call = ++calls
    world.log(spec.name, `call ${call} with ${parts.map((part) => contextText(world, part)).join(', ')}`)
    act(world, spec.acts, call)
    const error = spec.throws && call % spec.throws === 0 ? new Error(`${spec.name} throws`) : undefined
    if (spec.ms === undefined) {
      if (error) throw error
      return spec.returns
    }
    return settle(world, { ms: spec.ms }, spec.returns, error).then((value) => {
      world.log(spec.name, `call ${call} is done`)
      return value
    })
  }
}

export const SOURCES = { source, stream, persister, callback }
