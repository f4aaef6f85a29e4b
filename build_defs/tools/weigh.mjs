/**
 * Says what a bundle consists of: node build_defs/tools/weigh.mjs BUNDLE [OTHER]
 *
 * Prints the bytes of each source file, read off the source map; with OTHER, the files whose bytes differ.
 */
import { readFileSync } from 'node:fs'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The numbers of one segment of a source map. */
function numbers(segment) {
  const result = []
  let value = 0
  let shift = 0
  for (const character of segment) {
    const digit = DIGITS.indexOf(character)
    value |= (digit & 31) << shift
    shift += 5
    if (!(digit & 32)) {
      result.push(value & 1 ? -(value >> 1) : value >> 1)
      value = shift = 0
    }
  }
  return result
}

/** @returns {Map<string, number>} bytes by source file */
function weigh(bundle) {
  const lines = readFileSync(bundle, 'utf8').split('\n')
  const map = JSON.parse(readFileSync(`${bundle}.map`, 'utf8'))
  const weights = new Map()
  let source = 0
  map.mappings.split(';').forEach((mappings, number) => {
    let column = 0
    const places = []
    for (const segment of mappings.split(',').filter(Boolean)) {
      const [step, sourceStep] = numbers(segment)
      column += step
      source += sourceStep ?? 0
      places.push({ column, source: sourceStep === undefined ? null : source })
    }
    places.forEach((place, i) => {
      const end = places[i + 1]?.column ?? lines[number]?.length ?? place.column
      const name = place.source === null ? '(nothing)' : map.sources[place.source].replace('sanguine:///', '')
      const java = name.replace(/\.impl\.java\.js$/, '.java')
      weights.set(java, (weights.get(java) ?? 0) + end - place.column)
    })
  })
  return weights
}

const [bundle, other] = process.argv.slice(2)
if (!bundle) {
  console.error('Nothing to weigh. Use: node build_defs/tools/weigh.mjs BUNDLE [OTHER]')
  process.exit(2)
}
const weights = weigh(bundle)
if (other) {
  const others = weigh(other)
  const rows = [...new Set([...weights.keys(), ...others.keys()])]
    .map((name) => ({ name, from: weights.get(name) ?? 0, to: others.get(name) ?? 0 }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
  for (const { name, from, to } of rows) {
    console.log(`${String(to - from).padStart(7)}  ${name}  (${from} -> ${to})`)
  }
} else {
  for (const [name, bytes] of [...weights].sort((a, b) => b[1] - a[1])) {
    console.log(`${String(bytes).padStart(7)}  ${name}`)
  }
}
