/** The hooks of sanguine/react in a page of React's, with the packed package. */
import './page.mjs'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterEach, test } from 'node:test'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  Activity,
  Component,
  StrictMode,
  Suspense,
  act,
  createElement as h,
  startTransition,
  useLayoutEffect,
  useState,
} from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { DraftObserver } from 'sanguine/drafts'
import { IntentsObserver } from 'sanguine/intents'
import { checkClient } from 'sanguine/check'
import { useDraft, useDraftField, useIntents, usePendingIntents, useUnsavedIntents } from 'sanguine/react'
import { Compiled } from './compiled.mjs'

let listening = 0
for (const { prototype } of [IntentsObserver, DraftObserver]) {
  const { onSubscribe, onUnsubscribe } = prototype
  Object.assign(prototype, {
    onSubscribe() {
      listening++
      return onSubscribe.call(this)
    },
    onUnsubscribe() {
      listening--
      return onUnsubscribe.call(this)
    },
  })
}

const errors = []
console.error = (...what) => errors.push(what.join(' '))

const turn = () => new Promise((done) => setTimeout(done, 1))
const settle = () =>
  act(async () => {
    for (let i = 0; i < 5; i++) await turn()
  })

const clients = []

/** A client with some events, and a server that answers when it is told to. */
function shop() {
  const client = new QueryClient({ defaultOptions: { mutations: { networkMode: 'always' } } })
  clients.push(client)
  const asked = []
  for (const id of [1, 2]) client.setQueryData(['events', id], { id, title: `t${id}` })
  const options = {
    mutationFn: () => new Promise((answer, refuse) => asked.push({ answer, refuse })),
    optimistic: (intent, fields) => intent.merge(['events', fields.id], fields),
    onError: () => {},
  }
  const mutation = () => client.getMutationCache().build(client, options)
  return {
    client,
    asked,
    options,
    save: (fields) =>
      mutation()
        .execute(fields)
        .catch(() => {}),
  }
}

const texts = (intents) =>
  intents
    .map(({ state, fields, keys }) => `${keys[0].at(-1)} ${fields.filter((f) => f !== 'id')} ${state}`)
    .join(' | ') || 'nothing'

const Shown = ({ filters, log }) => {
  const text = texts(useIntents(filters))
  log?.push(text)
  return text
}

const roots = []
async function show(client, element, strict = true) {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  roots.push(root)
  const render = (inner) =>
    act(async () => root.render(h(strict ? StrictMode : 'div', null, h(QueryClientProvider, { client }, inner))))
  await render(element)
  return { place, render, unmount: () => act(async () => root.unmount()) }
}

afterEach(async () => {
  for (const root of roots.splice(0)) await act(async () => root.unmount())
  for (const client of clients.splice(0)) client.clear()
  assert.equal(listening, 0, 'somebody listens still')
  assert.deepEqual(errors.splice(0), [])
})

test('what is under way is shown, and what failed, until it is sent again', async () => {
  const { client, asked, save } = shop()
  const { place } = await show(client, h(Shown))
  assert.equal(place.textContent, 'nothing')
  act(() => void save({ id: 1, title: 'A' }))
  await settle()
  assert.equal(place.textContent, '1 title sent')
  asked[0].refuse(Object.assign(new Error('no'), { status: 409 }))
  await settle()
  assert.equal(place.textContent, '1 title failed')
  const [failed] = new IntentsObserver(client).getCurrentResult()
  act(() => void failed.retry())
  await settle()
  assert.equal(place.textContent, '1 title sent')
  asked[1].answer({ id: 1, title: 'A' })
  await settle()
  assert.equal(place.textContent, 'nothing')
})

test('a component hears of its own filters only, and is rendered for nothing else', async () => {
  const { client, save } = shop()
  const log = []
  const { place } = await show(client, h(Shown, { filters: { queryKey: ['events'], id: 2 }, log }), false)
  const renders = log.length
  act(() => void save({ id: 1, title: 'A' }))
  await settle()
  assert.equal(log.length, renders)
  act(() => void save({ id: 2, title: 'B' }))
  await settle()
  assert.equal(place.textContent, '2 title sent')
})

test('other filters show theirs in the first render that has them', async () => {
  const { client, save } = shop()
  act(() => void save({ id: 1, title: 'A' }))
  const log = []
  const { render } = await show(client, h(Shown, { filters: ['events', 1], log }))
  log.length = 0
  await render(h(Shown, { filters: ['events', 2], log }))
  assert.deepEqual([...new Set(log)], ['nothing'])
})

test('filters that mean the same, in a new object each time, keep one observer and one array', async () => {
  const { client, save } = shop()
  const seen = new Set()
  const Same = () => {
    seen.add(useIntents({ queryKey: ['events'], id: 1 }))
    return null
  }
  const { render } = await show(client, h(Same, { n: 1 }), false)
  act(() => void save({ id: 1, title: 'A' }))
  await settle()
  seen.clear()
  await render(h(Same, { n: 2 }))
  await render(h(Same, { n: 3 }))
  assert.equal(seen.size, 1)
})

test('what changes between a render and its subscription is shown', async () => {
  const { client, save } = shop()
  const Early = () => {
    useLayoutEffect(() => void save({ id: 1, title: 'A' }), [])
    return null
  }
  const { place } = await show(client, [h(Shown, { key: 1 }), h(Early, { key: 2 })], false)
  assert.match(place.textContent, /^1 title (queued|sent)$/)
})

test('Activity: hidden it does not listen, shown again it has what changed', async () => {
  const { client, save } = shop()
  const inside = (mode) => h(Activity, { mode }, h(Shown))
  const { place, render } = await show(client, inside('visible'))
  assert.equal(listening, 1)
  await render(inside('hidden'))
  assert.equal(listening, 0)
  act(() => void save({ id: 1, title: 'A' }))
  await settle()
  await render(inside('visible'))
  assert.equal(listening, 1)
  assert.equal(place.textContent, '1 title sent')
})

test('Suspense: a render that is thrown away leaves no listener, and the next one is right', async () => {
  const { client, save } = shop()
  let ready
  let isReady = false
  const wait = new Promise((done) => (ready = done)).then(() => (isReady = true))
  const Slow = () => {
    const intents = useIntents()
    if (!isReady) throw wait
    return texts(intents)
  }
  const { place } = await show(client, h(Suspense, { fallback: 'wait' }, h(Slow)))
  assert.equal(place.textContent, 'wait')
  assert.equal(listening, 0)
  act(() => void save({ id: 1, title: 'A' }))
  await act(async () => {
    ready()
    await wait
  })
  await settle()
  assert.equal(place.textContent, '1 title sent')
  assert.equal(listening, 1)
})

test('concurrent rendering: two components of one commit never show two states', async () => {
  const { client, asked, save } = shop()
  let go
  const Pair = () => {
    const [n, setN] = useState(0)
    go = setN
    return [n, h(Slowly, { key: 'a' }), '/', h(Slowly, { key: 'b' })]
  }
  const Slowly = () => {
    const until = performance.now() + 8
    while (performance.now() < until);
    return texts(useIntents())
  }
  const { place } = await show(client, h(Pair), false)
  const commits = []
  const watcher = new MutationObserver(() => commits.push(place.textContent.slice(1).split('/')))
  watcher.observe(place, { childList: true, characterData: true, subtree: true })
  globalThis.IS_REACT_ACT_ENVIRONMENT = false
  startTransition(() => go(1))
  setTimeout(() => void save({ id: 1, title: 'A' }), 3)
  setTimeout(() => asked[0]?.refuse(Object.assign(new Error('no'), { status: 400 })), 20)
  await new Promise((done) => setTimeout(done, 250))
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  watcher.disconnect()
  assert.ok(commits.length > 0)
  for (const [a, b] of commits) assert.equal(a, b)
  assert.match(place.textContent, /^11 title failed\/1 title failed$/)
})

test('on a server nothing is under way, and the page takes its markup over', async () => {
  const { client, save } = shop()
  const page = h(QueryClientProvider, { client }, h('p', null, h(Shown)))
  act(() => void save({ id: 1, title: 'A' }))
  const html = renderToString(page)
  assert.equal(html, '<p>nothing</p>')
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = html
  await act(async () => roots.push(hydrateRoot(place, page)))
  await settle()
  assert.equal(place.textContent, '1 title sent')
})

test('pending and unsaved ones by themselves', async () => {
  const { client, asked, save } = shop()
  const Both = () => `${texts(usePendingIntents())} / ${texts(useUnsavedIntents({ queryKey: ['events'] }))}`
  const { place } = await show(client, h(Both))
  act(() => void save({ id: 1, title: 'A' }))
  act(() => void save({ id: 2, title: 'B' }))
  await settle()
  asked[0].refuse(new TypeError('Failed to fetch'))
  await settle()
  assert.equal(place.textContent, '2 title sent / 1 title unknown')
})

test('components that the React Compiler has compiled', async () => {
  assert.match(readFileSync(new URL('compiled.mjs', import.meta.url), 'utf8'), /react\/compiler-runtime/)
  const { client, options, asked } = shop()
  const { place } = await show(client, h(Compiled, { id: 1, options }))
  await act(async () => place.querySelector('button').click())
  await settle()
  assert.equal(place.textContent, 'A: title is being saved')
  asked[0].refuse(Object.assign(new Error('no'), { status: 400 }))
  await settle()
  assert.equal(place.textContent, 't1: title was not savedRetry')
  await act(async () => [...place.querySelectorAll('button')].at(-1).click())
  await settle()
  assert.equal(place.textContent, 'A: title is being saved')
})

const draftOf = ({ options }, id = 1) => ({ queryKey: ['events', id], id, mutation: options })

/** A form with one input, and what it says of it. */
const Form = ({ of, id, log }) => {
  const draft = useDraft(draftOf(of, id))
  log?.push(draft.value.title)
  const { state, message } = draft.field('title')
  return [
    h('input', { key: 'i', ...draft.input('title') }),
    h('button', { key: 'b', onClick: () => void draft.save() }),
    `${state}${message ? `: ${message}` : ''}`,
  ]
}

/** Types as a person does: React hears the event only if the value is set past its own setter. */
function keys(input, text, at = text.length) {
  const { set } = Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, 'value')
  set.call(input, text)
  input.setSelectionRange(at, at)
  input.dispatchEvent(new window.Event('input', { bubbles: true }))
}

test('useDraft: the input has what is typed in the same task, and the cursor stays', async () => {
  const of = shop()
  const { place } = await show(of.client, h(Form, { of }))
  const input = place.querySelector('input')
  assert.equal(input.value, 't1')
  globalThis.IS_REACT_ACT_ENVIRONMENT = false
  keys(input, 'tx1', 2)
  assert.equal(input.value, 'tx1')
  assert.equal(input.selectionStart, 2)
  assert.match(place.textContent, /dirty/)
  keys(input, 'txy1', 3)
  of.client.setQueryData(['events', 1], { id: 1, title: 'theirs' })
  await new Promise((done) => setTimeout(done, 20))
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  assert.equal(input.value, 'txy1')
  assert.equal(input.selectionStart, 3)
})

test('useDraft: what is typed during a save stays, whether it is taken or refused', async () => {
  const of = shop()
  const { place } = await show(of.client, h(Form, { of }))
  const input = place.querySelector('input')
  const save = () => act(async () => place.querySelector('button').click())
  await act(async () => keys(input, 'Bob'))
  await save()
  await settle()
  assert.equal(place.textContent, 'saving')
  await act(async () => keys(input, 'Carol'))
  of.asked[0].answer({ id: 1, title: 'Bob' })
  await settle()
  assert.equal(input.value, 'Carol')
  assert.equal(place.textContent, 'dirty')
  await save()
  await settle()
  of.asked[1].refuse({ status: 400, errors: [{ path: 'title', message: 'No Carols' }] })
  await settle()
  assert.equal(input.value, 'Carol')
  assert.equal(place.textContent, 'refused: No Carols')
  assert.equal(input.getAttribute('aria-invalid'), 'true')
  assert.equal(of.client.getQueryData(['events', 1]).title, 'Bob')
})

test('useDraft: a draft outlives its component, and two components share it', async () => {
  const of = shop()
  const { place, render } = await show(of.client, h(Form, { of }))
  await act(async () => keys(place.querySelector('input'), 'A'))
  await render(null)
  assert.equal(listening, 0)
  await render([h(Form, { of, key: 1 }), h(Form, { of, key: 2 })])
  const [one, two] = place.querySelectorAll('input')
  assert.equal(one.value, 'A')
  await act(async () => keys(two, 'AB'))
  assert.equal(one.value, 'AB')
})

test('useDraft: another record shows its own text in the first render that has it', async () => {
  const of = shop()
  const log = []
  const { place, render } = await show(of.client, h(Form, { of, id: 1, log }))
  await act(async () => keys(place.querySelector('input'), 'A'))
  log.length = 0
  await render(h(Form, { of, id: 2, log }))
  assert.deepEqual([...new Set(log)], ['t2'])
  await render(h(Form, { of, id: 1, log }))
  assert.equal(place.querySelector('input').value, 'A')
})

test('useDraft: shown again after <Activity> hid it, it has what changed', async () => {
  const of = shop()
  const inside = (mode) => h(Activity, { mode }, h(Form, { of }))
  const { place, render } = await show(of.client, inside('visible'))
  await act(async () => keys(place.querySelector('input'), 'A'))
  await render(inside('hidden'))
  assert.equal(listening, 0)
  new DraftObserver(of.client, draftOf(of)).set('title', 'AB')
  await render(inside('visible'))
  assert.equal(place.querySelector('input').value, 'AB')
})

test('useDraftField: a field is rendered for itself alone', async () => {
  const of = shop()
  const renders = { title: 0, status: 0 }
  const Field = ({ path }) => {
    renders[path]++
    const { input, state } = useDraftField(draftOf(of), path)
    return [h('input', { key: 'i', ...input }), state]
  }
  const { place } = await show(of.client, [h(Field, { key: 1, path: 'title' }), h(Field, { key: 2, path: 'status' })])
  const before = renders.status
  await act(async () => keys(place.querySelector('input'), 'A'))
  assert.equal(renders.status, before)
  assert.equal(place.textContent, 'dirtyclean')
})

class Boundary extends Component {
  state = {}
  static getDerivedStateFromError({ message }) {
    return { message }
  }
  render() {
    return this.state.message ?? this.props.children
  }
}

test('a client of query-core is refused with a remedy', async () => {
  const core = await import('query-core-itself')
  const { place } = await show(new core.QueryClient(), h(Boundary, null, h(Shown)))
  assert.match(
    place.textContent,
    /^useIntents: the client is not Sanguine's\. It runs on @tanstack\/query-core\. Write "overrides"/,
  )
  assert.match(errors.splice(0).join(), /useIntents: the client is not Sanguine's/)
})

test('checkClient: a client of query-core, or of another copy, is refused in development only', async () => {
  const core = await import('query-core-itself')
  const copy = createRequire(import.meta.url)('sanguine')
  const own = new QueryClient()
  assert.equal(checkClient(own), own)
  const strangers = [new core.QueryClient(), new copy.QueryClient()]
  assert.throws(
    () => checkClient(strangers[0]),
    /^Error: checkClient: the client is not Sanguine's\. It runs on @tanstack\/query-core/,
  )
  assert.throws(
    () => checkClient(strangers[1]),
    /^Error: checkClient: the client is not Sanguine's\. This is another copy of sanguine/,
  )
  process.env.NODE_ENV = 'production'
  for (const stranger of strangers) assert.equal(checkClient(stranger), stranger)
  delete process.env.NODE_ENV
})
