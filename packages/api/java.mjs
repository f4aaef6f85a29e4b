/**
 * Prints what the Java artifact `sanguine` offers: the public classes of its documented packages with their public and
 * protected members. Reads what `javap -protected` printed.
 */
import { readFileSync } from 'node:fs'

/** Packages that are public for other packages of the engine, not for apps. */
const INSIDE = /^dev\.sanguine\.(?:law|records|query\.(?:fetching|index|pattern))\./

/** The classes, one a block: `public class Name {`, members, `}`. */
function blocks(text) {
  return [...text.matchAll(/^(?!Compiled)(\S.*) \{\n([^]*?)^\}$/gm)].map(([, header, members]) => ({
    header,
    name: /\b(dev\.sanguine\.[\w.$]+)/.exec(header)[1],
    members: members.split('\n').filter(Boolean).sort(),
  }))
}

const isPublic = ({ header }) => /^(?:public|protected) /.test(header)

const all = blocks(readFileSync(process.argv[2], 'utf8'))
const hidden = new Set(all.filter((each) => !isPublic(each)).map((each) => each.name))

/** A class inside one that nobody sees is not seen either. */
const isSeen = (name) => !name.split('$').some((_, i, parts) => hidden.has(parts.slice(0, i + 1).join('$')))

console.log(
  all
    .filter((each) => isPublic(each) && isSeen(each.name) && !INSIDE.test(each.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ header, members }) => [header, ...members, ''].join('\n'))
    .join('\n')
    .trimEnd(),
)
