/**
 * Writes the statuses that Payload's types give an order into Java: node scripts/order-statuses.mjs
 *
 * With --check it writes nothing, and fails if the Java has others.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const types = fileURLToPath(new URL('../src/payload-types.ts', import.meta.url))
const java = fileURLToPath(new URL('../../src/shop/main/java/shop/orders/OrderStatus.java', import.meta.url))

/** The words of `status: 'pending' | 'paid' | ...` in the interface Order. */
function statuses() {
  const order = /^export interface Order \{$.*?^\}$/ms.exec(readFileSync(types, 'utf8'))?.[0] ?? ''
  const union = /^ {2}status: ([^;]+);$/m.exec(order)?.[1] ?? ''
  return [...union.matchAll(/'([a-z]+)'/g)].map(([, word]) => word)
}

const fail = (sentence) => {
  console.error(`ERROR: ${sentence}`)
  process.exit(1)
}

const words = statuses()
if (words.length === 0) {
  fail('src/payload-types.ts has no interface Order with a status; run npm run generate.')
}
const source = readFileSync(java, 'utf8')
const constants = words.map((word) => `  ${word.toUpperCase()}("${word}")`).join(',\n')
const written = source.replace(/(enum OrderStatus \{\n).*?;\n/s, (_, head) => `${head}${constants};\n`)
if (process.argv.includes('--check')) {
  if (written !== source) {
    fail('OrderStatus.java has other statuses than src/payload-types.ts; run npm run generate in web/.')
  }
} else if (written !== source) {
  writeFileSync(java, written)
}
