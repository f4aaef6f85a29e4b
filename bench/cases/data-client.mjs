// reactive/data-client tells two requests of one endpoint apart by the millisecond in which they began, and orders records by it.
import { createRequire } from 'node:module'
import { START, deferred, rest, show } from '../law/tools.mjs'
import { started } from './ours.mjs'
import { page } from './tools.mjs'

const post = ({ Entity }) =>
  class Post extends Entity {
    id = ''
    title = ''
    status = ''
    pk() {
      return this.id
    }
  }

/** The resource of its guide, with requests that are answered by hand. */
function resource({ RestEndpoint, createResource }, schema) {
  const requests = []
  class ByHand extends RestEndpoint {
    fetchResponse() {
      const request = deferred()
      requests.push(request)
      return request.promise
    }
    parseResponse(answer) {
      return answer
    }
  }
  return { requests, posts: createResource({ path: '/posts/:id', schema, optimistic: true, Endpoint: ByHand }) }
}

const patch = (controller, posts) => (fields) =>
  void controller.fetch(posts.partialUpdate, { id: '1' }, fields).catch(() => {})

/** A store as its DataStore renders one: what is pending is folded over the state. */
async function store() {
  const { Controller, NetworkManager, applyManager, createReducer, initialState } = await import('@data-client/core')
  const endpoints = await import('@data-client/rest')
  const { requests, posts } = resource(endpoints, post(endpoints))
  const controller = new Controller()
  const reducer = createReducer(controller)
  let state = initialState
  const last = async (action) => void (state = reducer(state, action))
  const given = { getState: () => state, dispatch: (action) => dispatch(action) }
  const dispatch = applyManager([new NetworkManager()], controller)
    .map((middleware) => middleware(given))
    .reduceRight((next, middleware) => middleware(next), last)
  controller.dispatch = dispatch
  controller.getState = given.getState
  controller.setResponse(posts.get, { id: '1' }, { id: '1', ...START })
  await rest()
  const now = () => show(controller.getResponse(posts.get, { id: '1' }, state.optimistic.reduce(reducer, state)).data)
  return { requests, now, change: patch(controller, posts), end: () => {} }
}

/** What is newest is to be had as the bundle of its React package. Its store asks more of an entity than the class of 0.9.9 knows. */
async function bundle() {
  const { place, render, end } = await page()
  const require = createRequire(import.meta.url)
  const { DataProvider, useCache, useController } = require('./node_modules/@data-client/react/dist/index.umd.min.js')
  const { createElement } = (await import('react')).default
  const endpoints = await import('@data-client/rest')
  class Post extends post(endpoints) {
    static normalize(input, parent, key, delegate) {
      delegate.mergeEntity(this, input.id, { ...input })
      return input.id
    }
    static denormalize(input) {
      return input
    }
    static createIfValid(fields) {
      return Object.assign(new this(), fields)
    }
    static queryKey([{ id }], unvisit, delegate) {
      return delegate.getEntity(this.key, id) && id
    }
  }
  const { requests, posts } = resource(endpoints, Post)
  let controller
  function App() {
    controller = useController()
    return createElement('p', null, show(useCache(posts.get, { id: '1' })))
  }
  await render(createElement(DataProvider, { devButton: null }, createElement(App)))
  controller.setResponse(posts.get, { id: '1' }, { id: '1', ...START })
  await rest(40)
  return { requests, now: () => place.textContent, change: patch(controller, posts), end }
}

/** Runs what it is given with a clock that stands. */
async function inOneMillisecond(run) {
  const { now } = Date
  const ms = now()
  Date.now = () => ms
  try {
    return await run()
  } finally {
    Date.now = now
  }
}

const sameMillisecond = (made) => async (see) => {
  const store = await made()
  await inOneMillisecond(() => {
    store.change({ title: 'A' })
    store.change({ status: 'B' })
  })
  await rest(40)
  see('both are sent', store.now())
  store.requests[0].reject(new Error('A failed'))
  await rest(40)
  see('A failed', store.now())
  store.requests[1].resolve({ id: '1', title: 't0', status: 'B' })
  await rest(40)
  see('B succeeded', store.now())
  store.end()
}

const reversed = (made) => async (see) => {
  const store = await made()
  store.change({ title: 'A' })
  await rest(20)
  store.change({ status: 'B' })
  await rest(20)
  see('both are sent', store.now())
  store.requests[1].resolve({ id: '1', title: 't0', status: 'B' })
  await rest(40)
  see('B succeeded', store.now())
  store.requests[0].resolve({ id: '1', title: 'A', status: 'B' })
  await rest(40)
  see('A succeeded', store.now())
  store.end()
}

/** The post in Sanguine, with a server that does what it is told. */
async function ours(sanguine) {
  const server = { id: '1', ...START }
  const { client, observe, mutate, end } = started(sanguine, ['records'])
  await observe({ queryKey: ['posts', '1'], queryFn: () => ({ ...server }), records: { of: 'post' } })
  return {
    server,
    end,
    now: () => show(client.getQueryData(['posts', '1'])),
    change: (fields) => mutate({ optimistic: (intent) => intent.record('post', '1').merge(fields) }),
  }
}

async function oursInOneMillisecond(sanguine, see) {
  const { server, change, now, end } = await ours(sanguine)
  const [a, b] = await inOneMillisecond(() => [change({ title: 'A' }), change({ status: 'B' })])
  await rest()
  see('both are sent', now())
  a.reject(new Error('A failed'))
  await rest()
  see('A failed', now())
  server.status = 'B'
  b.resolve({})
  await rest()
  see('B succeeded', now())
  end()
}

async function oursReversed(sanguine, see) {
  const { server, change, now, end } = await ours(sanguine)
  const a = change({ title: 'A' })
  await rest(20)
  const b = change({ status: 'B' })
  await rest(20)
  see('both are sent', now())
  server.status = 'B'
  b.resolve({ ...server })
  await rest()
  see('B succeeded', now())
  server.title = 'A'
  a.resolve({ ...server })
  await rest()
  see('A succeeded', now())
  end()
}

const library = 'reactive/data-client'
const rivals = (run) => [
  { library, how: `${library} 0.10`, packages: ['@data-client/core', '@data-client/rest'], run: run(store) },
  {
    library,
    how: 'its 0.18',
    packages: ['@data-client/react'],
    run: run(bundle),
    note: 'Of the core 0.18 only the bundle in its React package is to be had. The entity is the class of 0.9, fitted to it.',
  },
]

export const cases = [
  {
    title: 'Two changes of one record in one millisecond, the first fails',
    schedule: 'A sets the title, B the status, in the same millisecond. A fails, then B succeeds. Shown: title/status.',
    right: { 'both are sent': 'A/B', 'A failed': 't0/B', 'B succeeded': 't0/B' },
    ours: oursInOneMillisecond,
    rivals: rivals(sameMillisecond),
  },
  {
    title: 'Two changes of one record, the second is answered first',
    schedule:
      'A sets the title, B the status, 20 ms later. The server does B first and answers it with the record. Then it does A. Shown: title/status.',
    right: { 'both are sent': 'A/B', 'B succeeded': 'A/B', 'A succeeded': 'A/B' },
    ours: oursReversed,
    rivals: rivals(reversed),
  },
]
