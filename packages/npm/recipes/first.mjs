/** Builds and runs the first pages of the guides, as they are printed. */
import path from 'node:path'
import { readdirSync, readFileSync } from 'node:fs'
import { JSDOM, VirtualConsole } from 'jsdom'
import { filesOf, sectionsOf } from './pages.mjs'
import { bin, project, run } from './projects.mjs'

/** As `vite build`, in one script that needs no loader of modules. */
const BUILD = `
import { build } from 'vite'
await build({ logLevel: 'error', build: { minify: false, outDir: 'out', modulePreload: false, rollupOptions: { output: { format: 'iife' } } } })
`

/** In the place of Angular's command line: its compiler runs in the page. */
const ANGULAR = {
  'vite.config.js': `export default { esbuild: { tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } } } }\n`,
  'index.html': `<!doctype html><app-root></app-root><script type="module" src="/src/start.js"></script>\n`,
  'src/start.js': `import '@angular/compiler'\nimport './main.ts'\n`,
}

const until = async (what, holds, limit = 4000) => {
  const end = Date.now() + limit
  while (!holds()) {
    if (Date.now() > end) throw new Error(`it never came to this: ${what}`)
    await new Promise((done) => setTimeout(done, 5))
  }
}

/** The page that was built, in a window whose storage holds what an earlier one has left there. */
function opened(folder, stored = {}) {
  const errors = []
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', (error) => errors.push(error.stack))
  virtualConsole.on('error', (...what) => errors.push(what.join(' ')))
  const html = readFileSync(path.join(folder, 'out/index.html'), 'utf8').replace(/<script.*<\/script>/gs, '')
  const { window } = new JSDOM(html, {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: 'http://localhost/',
    virtualConsole,
  })
  for (const [name, value] of Object.entries(stored)) window.localStorage.setItem(name, value)
  const assets = path.join(folder, 'out/assets')
  const script = readdirSync(assets).find((file) => file.endsWith('.js'))
  window.eval(readFileSync(path.join(assets, script), 'utf8'))
  const body = window.document.body
  return {
    errors,
    text: () => body.textContent,
    title: () => (body.querySelector('p b') ?? body.querySelector('p')?.firstChild)?.textContent,
    click: () => body.querySelector('p button').click(),
    stored: () => ({ ...window.localStorage }),
    close: () => window.close(),
  }
}

/** What a person does, and must see. */
async function playClicks(folder) {
  const page = opened(folder)
  try {
    await until('the list is there', () => page.title() === 'Tea')
    for (const shown of ['Tea!', 'Tea!!', 'Tea!!!', 'Tea!!!!']) {
      page.click()
      await until(`${shown}, before the server can answer`, () => page.title() === shown, 300)
    }
    await until('the refused one is told', () => page.text().includes('That is too loud.'))
    await until('it alone goes back', () => page.title() === 'Tea!!!')
    if (page.errors.length) throw new Error(page.errors.join('\n'))
  } finally {
    page.close()
  }
}

const keepsChange = (page) => Object.values(page.stored()).some((text) => text.includes('idempotencyKey'))

/** A page that is left while a change is under way, and loaded again. */
async function playReload(folder) {
  const pages = [opened(folder)]
  try {
    const [left] = pages
    await until('the list is there', () => left.title() === 'Tea')
    left.click()
    await until('the change shows, and is stored', () => left.title() === 'Tea!' && keepsChange(left), 400)
    const page = opened(folder, left.stored())
    pages.push(page)
    await until('it shows again, before the server can answer', () => page.title() === 'Tea!', 400)
    await until('it was sent again, and nothing is kept', () => !keepsChange(page))
    if (page.title() !== 'Tea!') throw new Error(`it shows ${page.title()} in the end`)
    const errors = pages.flatMap((each) => each.errors)
    if (errors.length) throw new Error(errors.join('\n'))
  } finally {
    for (const page of pages) page.close()
  }
}

async function runs(name, files, play = playClicks) {
  const folder = project(`first-${name}`, { ...files, 'build.js': BUILD }, { overrides: true })
  const built = await run(folder, process.execPath, ['build.js'])
  if (!built.ok) return { folder, why: built.out }
  return {
    folder,
    why: await play(folder).then(
      () => '',
      (error) => error.stack,
    ),
  }
}

/** As the page says it: the key alone. */
function byKey(text) {
  const said = /useMutation\(\{.*?\n {2}\}\)/s
  if (!said.test(text)) throw new Error('docs/react.md has no mutation')
  return text.replace(said, "useMutation({ mutationKey: ['update-event'] })")
}

/** All results: [name, ok, what was printed]. */
export async function checkFirstPages() {
  const react = Object.assign({}, ...sectionsOf('react.md').map(({ title }) => filesOf('react.md', title)))
  const shared = filesOf('frameworks.md', 'Vue, Solid, Svelte, Angular: the first optimistic change')
  const frameworks = ['Vue', 'Solid', 'Svelte', 'Angular']
  const pages = [
    ['React', react],
    ...frameworks.map((name) => [
      name,
      { ...shared, ...filesOf('frameworks.md', name), ...(name === 'Angular' && ANGULAR) },
    ]),
  ]
  const reload = { ...react, ...filesOf('reload.md', 'What is kept') }
  reload['src/Events.jsx'] = byKey(reload['src/Events.jsx'])
  const results = []
  const reloaded = await runs('reload', reload, playReload)
  results.push(['React: the page about a reload, as printed', !reloaded.why, reloaded.why])
  const work = async () => {
    for (let page = pages.shift(); page; page = pages.shift()) {
      const [name, files] = page
      const { folder, why } = await runs(name, files)
      results.push([`${name}: the first page of the guide, as printed`, !why, why])
      if (name === 'React') {
        const tested = await run(folder, bin('vitest'), ['run'])
        results.push(['React: the test of the guide, as printed', tested.ok && /1 passed/.test(tested.out), tested.out])
      }
    }
  }
  await Promise.all([work(), work()])
  return results
}
