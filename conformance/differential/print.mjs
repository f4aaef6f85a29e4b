/** A program as lines that a person can read. */

function value(data) {
  if (data === undefined) return 'undefined'
  if (data === null || typeof data !== 'object') return typeof data === 'string' ? JSON.stringify(data) : String(data)
  if (data instanceof Date) return `Date ${data.getTime()}`
  if (Array.isArray(data)) return `[${data.map(item).join(', ')}]`
  if (data.$ === 'absent') return 'undefined'
  const { $: kind, ...rest } = data
  const members = Object.entries(rest).map(([key, part]) => `${key}: ${item(part)}`)
  return kind === undefined ? `{${members.join(', ')}}` : `${kind}(${members.join(', ')})`
}

/** A step inside another, or a value. */
function item(data) {
  return data && typeof data === 'object' && data.word ? `do ${stepText(data)}` : value(data)
}

export function stepText({ word, name, on, wait, ...rest }) {
  const parts = [word, on, ...Object.entries(rest).map(([key, data]) => `${key}: ${item(data)}`)].filter((part) => part !== undefined)
  const made = name === undefined ? '' : `${name} = `
  return `${made}${parts.join(' ')}${wait === undefined || word === 'wait' ? '' : `, then ${wait} ms`}${word === 'wait' ? ` ${wait} ms` : ''}`
}

export function programText({ clients, steps }) {
  return [...clients, ...steps].map((step) => `  ${stepText(step)}`).join('\n')
}
