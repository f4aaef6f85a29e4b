// A page made by jsdom, and React in it, for the rivals that need one.
import { rest } from '../law/tools.mjs'

/** One document for all cases: React looks for it when it is first loaded. */
export async function page() {
  if (!globalThis.window) {
    const { JSDOM } = await import('jsdom')
    const { window } = new JSDOM('', { url: 'http://localhost/', pretendToBeVisual: true })
    const { document, location, history, Node, Element, HTMLElement, localStorage } = window
    Object.assign(globalThis, { window, document, location, history, Node, Element, HTMLElement, localStorage })
  }
  const { createRoot } = (await import('react-dom/client')).default
  const place = window.document.body.appendChild(window.document.createElement('div'))
  const root = createRoot(place)
  return {
    place,
    render: async (element) => {
      root.render(element)
      await rest(40)
    },
    end: () => {
      root.unmount()
      place.remove()
    },
  }
}

/** Types as a person does: React hears the event only if the value is set past its own setter. */
export async function type(input, text) {
  const { set } = Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, 'value')
  set.call(input, text)
  input.dispatchEvent(new window.Event('input', { bubbles: true }))
  await rest(20)
}

/** What a browser tells a page whose tab is closed. Answers whether the page asks the person to stay. */
export function leave() {
  const question = new window.Event('beforeunload', { cancelable: true })
  window.dispatchEvent(question)
  window.dispatchEvent(new window.Event('pagehide'))
  return question.defaultPrevented
}
