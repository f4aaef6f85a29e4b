// React's own useOptimistic, reducer form, in a document made by jsdom.
import { START, failure, requests, rest, show } from './tools.mjs'

async function useOptimisticTwice() {
  const { JSDOM } = await import('jsdom')
  const { window } = new JSDOM('<div id=root></div>')
  Object.assign(globalThis, { window, document: window.document })
  const { createElement, startTransition, useOptimistic, useState } = (await import('react')).default
  const { createRoot } = (await import('react-dom/client')).default
  const asked = requests()
  let change
  function Record() {
    const [saved, save] = useState(START)
    const [shown, add] = useOptimistic(saved, (old, fields) => ({ ...old, ...fields }))
    change = (name, fields) =>
      startTransition(async () => {
        add(fields)
        try {
          await asked[name].promise
          startTransition(() => save((old) => ({ ...old, ...fields })))
        } catch {
          // The optimistic state ends with the action.
        }
      })
    return createElement('p', null, show(shown))
  }
  const root = createRoot(window.document.getElementById('root'))
  root.render(createElement(Record))
  await rest(40)
  const now = () => window.document.querySelector('p').textContent
  change('A', { title: 'A' })
  await rest(40)
  change('B', { status: 'B' })
  await rest(40)
  asked.A.reject(failure())
  await rest(40)
  const after = now()
  asked.B.resolve()
  await rest(40)
  const later = now()
  root.unmount()
  return { after, later }
}

export const probes = () => [
  { library: 'React', name: 'useOptimistic with a reducer, two actions', run: useOptimisticTwice },
]
