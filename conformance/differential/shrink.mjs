/** Makes a program that differs small: leaves out steps, then members of them, as long as it still differs alike. */

/** Members without which a step means nothing, or is a mistake that no app makes. */
const KEPT = new Set([
  'word',
  'name',
  '$',
  'on',
  'how',
  'option',
  'ms',
  'ok',
  'kind',
  'mode',
  'reducer',
  'at',
  'getNextPageParam',
  'initialPageParam',
  'last',
  'end',
  'first',
])

/** Values that are left as they are inside. */
const WHOLE = new Set([
  'key',
  'value',
  'queryKey',
  'mutationKey',
  'initialData',
  'placeholderData',
  'state',
  'variables',
  'reducer',
  'chunks',
])
export async function shrink(program, differs) {
  let smallest = program
  const attempt = async (candidate) => {
    if (!(await differs(candidate))) return false
    smallest = candidate
    return true
  }
  await attempt({ ...program, clients: program.clients.slice(0, 1) })
  for (let before = ''; before !== JSON.stringify(smallest);) {
    before = JSON.stringify(smallest)
    await withoutSteps(() => smallest, attempt)
    await withoutMembers(() => smallest, attempt)
  }
  return smallest
}

/** Leaves out runs of steps: first half of all, in the end single ones. */
async function withoutSteps(current, attempt) {
  for (let size = Math.ceil(current().steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = current().steps.length - size; at >= 0; at -= size) {
      const { steps } = current()
      await attempt({ ...current(), steps: [...steps.slice(0, at), ...steps.slice(at + size)] })
    }
  }
}

async function withoutMembers(current, attempt) {
  const paths = [...pathsOf(current().steps, ['steps']), ...pathsOf(current().clients, ['clients'])]
  // The last ones first: the others keep their places in lists then.
  for (const path of paths.reverse()) {
    const candidate = without(current(), path)
    if (candidate) await attempt(candidate)
  }
}

function pathsOf(value, path) {
  if (value === null || typeof value !== 'object') return []
  return Object.keys(value).flatMap((key) => {
    const below = [...path, key]
    return [...(isKept(key, value[key], path) ? [] : [below]), ...(WHOLE.has(key) ? [] : pathsOf(value[key], below))]
  })
}

/** Options without a key would be another, and a senseless, program; filters do well without one. */
function isKept(key, value, path) {
  if (KEPT.has(key) || path.length === 1 || (path.at(-1) === 'plan' && path.length && key === '0')) return true
  if (key === 'filters' || path.includes('filters')) return false
  return key === 'queryKey' || key === 'key' || (value !== null && typeof value === 'object' && 'queryKey' in value)
}

/** A copy without the member at a path; undefined if it is not there any more. */
function without(value, [key, ...rest]) {
  if (value === null || typeof value !== 'object' || !(key in value)) return undefined
  const copy = Array.isArray(value) ? [...value] : { ...value }
  if (rest.length) {
    copy[key] = without(value[key], rest)
    return copy[key] && copy
  }
  if (Array.isArray(copy)) copy.splice(Number(key), 1)
  else delete copy[key]
  return copy
}
