/** A program as lines that a person can read. */

function value(data) {
  if (data === null || typeof data !== 'object') return typeof data === 'string' ? JSON.stringify(data) : String(data)
  if (data instanceof Date) return `Date ${data.getTime()}`
  if (Array.isArray(data)) return `[${data.map(value).join(', ')}]`
  if (data.word) return `do ${stepText(data)}`
  if (data.$) return functionText(data)
  return `{${members(data).join(', ')}}`
}

function members(data) {
  return Object.entries(data).map(([key, part]) => `${key}: ${value(part)}`)
}

/** A function by its name, which says its kind, and what it does: `source1(5 ms, fails at once)`. */
function functionText({ $: kind, name, how, plan, ...rest }) {
  if (kind === 'absent') return 'undefined'
  if (rest.kind === 'record') delete rest.kind
  const parts = [how, ...(plan ?? []).map(answerText), ...members(rest)].filter((part) => part !== undefined)
  return `${name ?? kind}(${parts.join(', ')})`
}

function answerText({ ms, ok, same }) {
  return `${ok ? (same ? 'as before' : 'answers') : 'fails'} ${typeof ms === 'number' ? `in ${ms} ms` : `by ${ms}`}`
}

export function stepText({ word, name, on, wait, ...rest }) {
  const made = name === undefined ? '' : `${name} = `
  const parts = [word, on, ...members(rest)].filter((part) => part !== undefined)
  const then = wait === undefined ? '' : word === 'wait' ? ` ${wait} ms` : `, then ${wait} ms`
  return `${made}${parts.join(' ')}${then}`
}

export function programText({ clients, steps }) {
  return [...clients, ...steps].map((step) => `  ${stepText(step)}`).join('\n')
}
