/** The files that a page of docs/ prints: ```js name-of-the-file. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../docs')

/** By section: its title, and its blocks with their kind, file and text. */
export function sectionsOf(page) {
  const sections = [{ title: '', blocks: [] }]
  let block
  for (const line of readFileSync(path.join(docs, page), 'utf8').split('\n')) {
    const fence = /^```(\S*) ?(.*)/.exec(line)
    if (fence && block) {
      block = undefined
    } else if (fence) {
      block = { kind: fence[1], file: fence[2], text: '' }
      sections.at(-1).blocks.push(block)
    } else if (block) {
      block.text += `${line}\n`
    } else if (/^#{1,4} /.test(line)) {
      sections.push({ title: line.replace(/^#+ /, ''), blocks: [] })
    }
  }
  return sections
}

/** The files of a section: { name: text }. */
export function filesOf(page, title) {
  const section = sectionsOf(page).find((each) => each.title === title)
  if (!section) throw new Error(`docs/${page} has no section "${title}"`)
  return Object.fromEntries(section.blocks.filter(({ file }) => file).map(({ file, text }) => [file, text]))
}
