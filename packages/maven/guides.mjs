/**
 * Does what docs/jvm.md and docs/j2cl.md tell a reader, from empty folders, and looks at what comes of it. Each file of a page
 * is the block after its name in backticks; each `sh` block is a command; a `text` block after it is what it prints.
 *
 *     node packages/maven/guides.mjs jvm|maven|bazel
 *
 * SHOP names a shop that runs (jvm), SANGUINE the tree whose dist/maven is taken (jvm and maven).
 */
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * What a person sees of the element, while two boxes are ticked, of which the server refuses the second; and of one more element that
 * a script makes.
 */
const TRY = `<script>
  const seen = []
  const wait = (ms) => new Promise((done) => setTimeout(done, ms))
  const boxes = () => [...document.querySelectorAll('todo-list input')]
  const look = () => seen.push(
    boxes().map((box) => (box.checked ? 'x' : '-')).join('') + ' ' + document.querySelector('todo-list p').textContent)
  addEventListener('error', (event) => seen.push('ERROR ' + event.message))
  addEventListener('todo-refused', (event) => seen.push(event.detail + ' is refused'))
  addEventListener('load', async () => {
    for (let i = 0; i < 100 && !boxes().length; i++) await wait(100)
    look()
    boxes()[0].click()
    boxes()[2].click()
    look()
    await wait(2000)
    look()
    const second = document.createElement('todo-list')
    document.body.append(second)
    second.setAttribute('heading', 'Tomorrow')
    const headings = [...document.querySelectorAll('todo-list h2')].map((heading) => heading.textContent)
    seen.push(second.querySelectorAll('input').length + ' in a second one: ' + headings)
    document.body.append(Object.assign(document.createElement('pre'), { id: 'seen', textContent: seen.join('|') }))
  })
</script>`

const SEEN = '--- |x-x Saving|3 is refused|x-- Not saved: the server says no|3 in a second one: Today,Tomorrow'
const SEEN_OF_A_SERVER = SEEN.replace('the server', 'Error: the server')

/** The files, commands and outputs of a page's sections, in their order. */
function read(page, section) {
  const text = readFileSync(path.join(root, 'docs', page), 'utf8')
  const part = section ? text.split(/^## /m).find((each) => each.startsWith(section)) : text
  const guide = { files: new Map(), commands: [], outputs: [] }
  let before = 0
  for (const block of part.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    const names = [...part.slice(before, block.index).matchAll(/`([\w/.-]+\.(?:xml|java|js|html)|\w+\/BUILD)`/g)]
    before = block.index + block[0].length
    const name = names.length ? names.at(-1)[1] : ''
    if (block[1] === 'sh') {
      guide.commands.push(block[2])
    } else if (block[1] === 'text') {
      guide.outputs.push(block[2])
    } else {
      guide.files.set(name, block[2])
    }
  }
  return guide
}

function write(folder, files) {
  for (const [name, text] of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Runs the commands in the folder; what they print. */
function run(folder, commands) {
  return commands.map((command) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-euc', command], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 600_000,
    })
    if (status !== 0) {
      throw new Error(`${command}ended with ${status}:\n${stdout}${stderr}`.slice(0, 8000))
    }
    // Maven colours nothing, but ends its lines of nothing with a reset.
    return stdout.replace(/\u001b\[[0-9;]*m/g, '')
  })
}

function same(seen, wanted) {
  if (seen !== wanted) {
    throw new Error(`Seen:\n${seen}\nThe page says:\n${wanted}`)
  }
}

/** The server of the section "A server of your own": it answers after a while, and refuses what has the id 3. */
function todoServer() {
  const todos = ['Roast', 'Grind', 'Sell out'].map((title, i) => ({ id: i + 1, title, done: false }))
  return async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    await new Promise((done) => setTimeout(done, 300))
    const todo = todos[Number(request.url.split('/')[2]) - 1]
    if (!todo) {
      response.end(JSON.stringify(todos))
    } else if (todo.id === 3 || !request.headers['idempotency-key']) {
      response.statusCode = 409
      response.end('the server says no')
    } else {
      response.end(JSON.stringify(Object.assign(todo, JSON.parse(body))))
    }
  }
}

/** What the page in the folder shows to somebody who ticks its boxes. */
async function tried(folder) {
  const todos = todoServer()
  const server = createServer((request, response) => {
    if (request.url.startsWith('/todos')) {
      todos(request, response)
      return
    }
    try {
      const name = request.url === '/' ? 'index.html' : decodeURIComponent(request.url.slice(1))
      const content = readFileSync(path.join(folder, name))
      response.setHeader('Content-Type', name.endsWith('html') ? 'text/html' : 'text/javascript')
      response.end(name === 'index.html' ? content + TRY : content)
    } catch {
      response.statusCode = 404
      response.end()
    }
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  try {
    const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=20000', '--dump-dom']
    const dom = await new Promise((done, failed) => {
      execFile(
        'chromium',
        [...options, `http://127.0.0.1:${server.address().port}/`],
        { timeout: 60_000 },
        (error, stdout) => (error ? failed(error) : done(stdout)),
      )
    })
    return /<pre id="seen">(.*?)<\/pre>/s.exec(dom)?.[1] ?? dom
  } finally {
    server.close()
  }
}

const guides = {
  jvm(folder) {
    const guide = read('jvm.md')
    write(folder, guide.files)
    same(run(folder, guide.commands).join(''), guide.outputs.join(''))
  },

  async maven(folder) {
    const guide = read('j2cl.md', 'With Maven')
    write(folder, guide.files)
    run(folder, guide.commands)
    same(await tried(folder), SEEN)
  },

  async bazel() {
    const folder = path.join(root, 'todo')
    const sources = [...read('j2cl.md', 'With Maven').files].filter(([name]) => name.endsWith('.java'))
    const guide = read('j2cl.md', 'With Bazel')
    rmSync(folder, { recursive: true, force: true })
    try {
      write(root, [...sources.map(([name, text]) => [name.replace('src/main/java/', ''), text]), ...guide.files])
      run(root, guide.commands)
      same(await tried(folder), SEEN)
      write(root, read('j2cl.md', 'A server of your own').files)
      run(root, guide.commands)
      same(await tried(folder), SEEN_OF_A_SERVER)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const [name] = process.argv.slice(2)
if (!guides[name]) {
  console.error(`There is no guide ${name}. Use: node packages/maven/guides.mjs ${Object.keys(guides).join('|')}`)
  process.exit(2)
}
const folder = mkdtempSync(path.join(tmpdir(), 'sanguine-guide-'))
try {
  await guides[name](folder)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
