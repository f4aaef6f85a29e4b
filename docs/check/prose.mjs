/**
 * Holds the prose of the pages, and of the comments in types/, to two rules of plain English: a sentence has at most 25
 * words, and a condition says "if", not "where". Code, tables, headings and pictures are not prose. A relative link of a
 * page leads to a file, and to a heading, that is there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const MOST_WORDS = 25

/** Sentences that may break a rule: how they begin, and why. */
const allowed = new Map([])

/**
 * What stands before a "where" that means a place: a place, or somebody who says, knows or asks it. Any other "where" in the
 * middle of a sentence reads as "if", and so does one that begins a statement with a comma.
 */
const A_PLACE =
  /\b(?:places?|pages?|files?|folders?|points?|lines?|say|says|tell|tells|know|knows|see|shows?|decides?|finds?|asks?|is|of|from|to|and) $/

function isWhereForIf(text) {
  if (/^Where\b/.test(text)) {
    return text.includes(',') && !text.endsWith('?')
  }
  return [...text.matchAll(/(?<!["“])\bwhere\b/g)].some(({ index }) => !A_PLACE.test(text.slice(0, index)))
}

/** The folders whose pages and types are checked. */
const folders = [
  '',
  'docs',
  'docs/decisions',
  'bench',
  'build_defs',
  'conformance',
  'packages/npm/package',
  'packages/payload',
  'web',
  'types',
]

/** The files whose prose is checked, by their paths from the root. */
function files() {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => path.join(folder, name)))
    .filter((file) => /\.md$|\.d\.ts$|^NOTICE$/.test(file))
    .sort()
}

/** The comments of a TypeScript file, on their lines; all else is blank. */
function commentsOf(text) {
  let isInside = false
  return text.split('\n').map((line) => {
    const begins = !isInside && /^\s*\/\*\*?/.test(line)
    if (!begins && !isInside) {
      return /^\s*\/\/ ?(.*)/.exec(line)?.[1] ?? ''
    }
    isInside = !line.includes('*/')
    const prose = line.replace(/^\s*(?:\/\*\*?|\*(?!\/))?/, '').replace(/\*\/.*$/, '')
    return prose.replace(/^ ?@(?:param|returns?|throws|typeParam|template|default|deprecated|see|example)\b/, '\n$&')
  })
}

/** Paragraphs and items of a page: their text, and the line on which each begins. */
function* paragraphs(lines) {
  let fence = false
  let open
  for (const [index, line] of lines.entries()) {
    const isFence = /^\s*(?:```|~~~)/.test(line)
    fence = isFence ? !fence : fence
    const isNoProse =
      isFence ||
      fence ||
      /^\s*(?:\||#|<\/?\w|<!--|!\[|={3,}|-{3,}$)/.test(line) ||
      (/^(?: {4,}|\t)/.test(line) && !open)
    const begins = /^\n|^\s*(?:[-*]|\d+\.) /.test(line)
    if (open && (isNoProse || !line.trim() || begins)) {
      yield open
      open = undefined
    }
    if (isNoProse || !line.trim()) {
      continue
    }
    open ??= { at: index + 1, parts: [] }
    open.parts.push({ at: index + 1, text: line.replace(/^\s*(?:[-*]|\d+\.) /, '').trim() })
  }
  if (open) {
    yield open
  }
}

/** Code and links count as the words that a reader reads. */
function spoken(text) {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\{@link ([^}]*)\}/g, '$1')
    .replace(/`[^`]*`/g, (code) => 'code'.padEnd(code.length, '_'))
    .replace(/\b(e\.g|i\.e|etc|vs)\./g, '$1')
}

/** The sentences of a paragraph, each with the line on which it begins. */
function sentencesOf({ parts }) {
  const text = parts.map((part) => part.text).join('\n')
  const prose = spoken(text)
  const found = []
  let from = 0
  const ends = [
    ...prose.matchAll(/[.!?][)*_"'’”]*(?=\s+["'(*_[]*(?:[A-Z0-9]|code|query-core|react-query|axios|ky|npm)|\s*$)/g),
  ].map((end) => end.index + end[0].length)
  for (const to of [...ends, prose.length]) {
    const sentence = prose.slice(from, to)
    if (sentence.trim()) {
      const before = prose.slice(0, from + sentence.search(/\S/))
      found.push({
        at: parts[before.split('\n').length - 1]?.at ?? parts[0].at,
        text: sentence.trim().replace(/\s+/g, ' '),
      })
    }
    from = to
  }
  return found
}

const wordsOf = (sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** What is wrong with a sentence; undefined if nothing is. */
function complaint({ text }) {
  if ([...allowed.keys()].some((beginning) => text.startsWith(beginning))) {
    return undefined
  }
  const words = wordsOf(text)
  if (words > MOST_WORDS) {
    return `${words} words`
  }
  return isWhereForIf(text) ? '"where" for "if"' : undefined
}

const slug = (heading) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const headingsOf = (text) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slug(heading))

/** Relative links that lead nowhere. */
function* deadLinks(file, text) {
  for (const match of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const [target, anchor] = match[1].split('#')
    if (/^[a-z]+:/.test(target)) {
      continue
    }
    const to = target ? path.join(path.dirname(file), target) : file
    const isThere = existsSync(path.join(root, to))
    const hasHeading =
      !anchor ||
      !to.endsWith('.md') ||
      (isThere && headingsOf(readFileSync(path.join(root, to), 'utf8')).includes(anchor))
    if (!isThere || !hasHeading) {
      yield { at: text.slice(0, match.index).split('\n').length, why: `leads nowhere: ${match[1]}` }
    }
  }
}

/** Decisions that the index does not link to. */
function* unlistedDecisions() {
  const folder = path.join(root, 'docs/decisions')
  const index = readFileSync(path.join(folder, 'README.md'), 'utf8')
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
    const text = readFileSync(path.join(folder, file), 'utf8')
    const entries = headingsOf(/^### /m.test(text) ? text.replace(/^##? .*/gm, '') : text.replace(/^# .*/gm, ''))
    yield* entries
      .filter((entry) => !index.includes(`(${file}#${entry})`))
      .map((entry) => `${file}#${entry} is not in the index`)
  }
}

/** For each file: its name, and its faults as lines of text. */
export function proseOfThePages() {
  const pages = files().map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const lines = file.endsWith('.d.ts') ? commentsOf(text) : text.split('\n')
    const faults = [...paragraphs(lines)]
      .flatMap(sentencesOf)
      .map((sentence) => ({ ...sentence, why: complaint(sentence) }))
      .filter(({ why }) => why)
      .map(({ at, why, text: sentence }) => `${file}:${at} ${why}: ${sentence}`)
    const links = file.endsWith('.md') ? [...deadLinks(file, text)] : []
    return [`the prose of ${file}`, [...faults, ...links.map(({ at, why }) => `${file}:${at} ${why}`)].join('\n')]
  })
  return [...pages, ['the index of docs/decisions', [...unlistedDecisions()].join('\n')]]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = proseOfThePages().filter(([name, why]) => why && (!process.argv[2] || name.includes(process.argv[2])))
  console.log(faults.map(([, why]) => why).join('\n'))
  process.exitCode = faults.length ? 1 : 0
}
