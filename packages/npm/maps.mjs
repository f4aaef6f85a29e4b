/** Source maps that lead to files of the package, in place of copies of them. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]))

/** The numbers of a segment, each a difference to the one before it. */
function decode(segment) {
  const numbers = []
  let value = 0
  let shift = 0
  for (const digit of segment) {
    const bits = VALUES.get(digit)
    value += (bits & 31) << shift
    shift += 5
    if (!(bits & 32)) {
      numbers.push(value & 1 ? -(value >> 1) : value >> 1)
      value = shift = 0
    }
  }
  return numbers
}

function encode(numbers) {
  let text = ''
  for (const number of numbers) {
    let rest = number < 0 ? (-number << 1) | 1 : number << 1
    do {
      text += DIGITS[(rest & 31) | (rest > 31 ? 32 : 0)]
      rest >>>= 5
    } while (rest)
  }
  return text
}

function differenceTo(written, i, number) {
  const difference = number - written[i]
  written[i] = number
  return difference
}

/**
 * The map without the text of its sources. `place(source)` says where a source lies; undefined leaves it out of the map, and
 * what was made of it leads nowhere. The names that variables had in the source would be half of a map, and are left out: a
 * trace is led to its line without them. So it is if what follows on a line is left out, unless `hasColumns` asks for it.
 */
export function pointing(map, place, hasColumns = true) {
  const sources = new Map()
  map.sources.forEach((source, i) => {
    const path = place(source)
    if (path !== undefined) sources.set(i, [sources.size, path])
  })
  // Column, source, line and column there, name: each number is written as its difference to the one before it.
  const read = [0, 0, 0, 0, 0]
  const written = [0, 0, 0, 0, 0]
  const lines = map.mappings.split(';').map((line) => {
    read[0] = written[0] = 0
    let wasLed = false
    let ledTo
    const segments = []
    for (const segment of line ? line.split(',') : []) {
      const differences = decode(segment)
      differences.forEach((difference, i) => (read[i] += difference))
      const source = differences.length > 1 ? sources.get(read[1]) : undefined
      const target = source && `${source[0]} ${read[2]}`
      if (source && (hasColumns || target !== ledTo)) {
        segments.push([read[0], source[0], read[2], read[3]])
      } else if (source) {
        // It is the line that the segment before it leads to.
      } else if (wasLed) {
        segments.push([read[0]])
      }
      wasLed = source !== undefined
      ledTo = target
    }
    return segments.map((numbers) => encode(numbers.map((number, i) => differenceTo(written, i, number)))).join(',')
  })
  const paths = [...sources.values()].map(([, path]) => path)
  return { version: 3, file: map.file, sources: paths, names: [], mappings: lines.join(';') }
}
