/**
 * Runs the page that docs/script.md prints: its scripts, in order, in a realm with as much of a document as they use. Clicks
 * four times, and says what was wrong with what the page showed.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

const OWN_SERVER_TAKES = 500

/** The elements of the page by their ids; what a script looks up must be there. */
function documentOf(html) {
  const elements = Object.fromEntries([...html.matchAll(/ id="(\w+)"/g)].map(([, id]) => [id, { textContent: '' }]))
  return { elements, getElementById: (id) => elements[id] }
}

const after = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

async function until(isTrue) {
  for (let tries = 0; tries < 100 && !isTrue(); tries++) {
    await after(OWN_SERVER_TAKES / 20)
  }
}

/** What the page shows that it should not; empty if it does all that it says. */
export async function scriptPage(pages, dist) {
  const html = /^```html index\.html\n(.*?)^```$/ms.exec(readFileSync(path.join(pages, 'script.md'), 'utf8'))[1]
  const document = documentOf(html)
  const { title, louder, problem } = document.elements
  const realm = vm.createContext({
    document,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    AbortController,
  })
  for (const [, file, code] of html.matchAll(/<script(?: src="(.*?)")?>(.*?)<\/script>/gs)) {
    vm.runInContext(file ? readFileSync(path.join(dist, file), 'utf8') : code, realm)
  }
  const faults = []
  const expect = (shown, wanted) => shown === wanted || faults.push(`the page shows "${shown}", not "${wanted}"`)
  await until(() => title.textContent === 'Tea')
  expect(title.textContent, 'Tea')
  for (const wanted of ['Tea!', 'Tea!!', 'Tea!!!', 'Tea!!!!']) {
    louder.onclick()
    await after(0)
    expect(title.textContent, wanted)
  }
  await until(() => problem.textContent)
  expect(problem.textContent, 'Not saved: That is too loud.')
  expect(title.textContent, 'Tea!!!')
  vm.runInContext('client.unmount(); client.clear()', realm)
  return faults.join('\n')
}
