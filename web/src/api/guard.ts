import { APIError, type SanitizedCollectionConfig, type SanitizedConfig } from 'payload'

import { readBody, type Body } from './body'
import { checkParams, paramsOf } from './query'
import { answerOf, invalidFields, refusal, type Fault } from './refusal'
import { faultOfText, faultsOf, isId, type Shape } from './shape'

type Handler = (request: Request, args: { params: Promise<{ slug: string[] }> }) => Promise<Response>

/**
 * Looks at a request before Payload does. A request that cannot be meant as it is gets a 4xx and a sentence that says
 * why; Payload would answer some of these with a 500, and save others.
 */
export function guarded(config: Promise<SanitizedConfig>, handle: Handler): Handler {
  return async (request, args) => {
    try {
      const { slug } = await args.params
      return await handle(await checked(request, slug, await config), args)
    } catch (error) {
      if (error instanceof APIError) {
        return answerOf(error)
      }
      throw error
    }
  }
}

/** The same request, with a body that has been read. */
async function checked(request: Request, slug: string[], { collections }: SanitizedConfig): Promise<Request> {
  const collection = collections.find((candidate) => candidate.slug === slug[0])
  const isRead = request.method === 'GET' || request.method === 'DELETE'
  const body = isRead ? undefined : await readBody(request)
  const asksByBody = ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'].some(
    (name) => request.headers.get(name) === 'GET',
  )
  const target: Target = { collection, method: asksByBody ? 'GET' : request.method, path: slug.slice(1) }
  const params = paramsOf(new URL(request.url).search)

  checkPath(target)
  checkAllParams(asksByBody ? { ...params, ...askedBy(body!) } : params, target)
  if (body && collection && !asksByBody) {
    checkData(body, target)
  }
  return body ? new Request(request, { body: body.bytes }) : request
}

type Target = {
  collection: SanitizedCollectionConfig | undefined
  method: string
  /** What follows the collection's name. */
  path: string[]
}

/** Without an id, what is asked for is known by its name: count, login and so on. */
function idOf({ collection, method, path }: Target): string | undefined {
  const [first, second] = path
  if (first === 'access' || first === 'versions') {
    return second
  }
  const endpoints = (collection?.endpoints || []).filter((endpoint) => endpoint.method === method.toLowerCase())
  const isName = endpoints.some((endpoint) => endpoint.path.split('/')[1] === first)
  const takesId = endpoints.some((endpoint) => endpoint.path.startsWith('/:id'))
  return isName || !takesId ? undefined : first
}

function checkPath(target: Target): void {
  const { collection, path } = target
  if (!collection) {
    return
  }
  const id = idOf(target)
  if (id !== undefined && !isId(id)) {
    throw refusal(`There is no record with the id “${id.slice(0, 60)}”.`, 404)
  }
  if (path[0] === 'versions' && !collection.versions) {
    throw refusal('No versions are kept of these records.', 404)
  }
  if (path[0] === 'verify' && !collection.auth?.verify) {
    throw refusal('Users of this shop need not be verified.', 404)
  }
}

/** What a request says that asks for something in its body, because an address would be too long. */
function askedBy({ bytes, data }: Body): Shape {
  return data ?? paramsOf(new TextDecoder().decode(bytes))
}

function checkAllParams(params: Shape, { collection, method, path }: Target): void {
  const conditions = checkParams(params, collection?.flattenedFields ?? [])
  // Conditions that are there but empty would mean all records.
  const changesMany = collection && path.length === 0 && (method === 'PATCH' || method === 'DELETE')
  if (changesMany && conditions === 0) {
    throw refusal('Say by “where” which records are meant.')
  }
}

const longestSecret = 500

function checkData({ data }: Body, { collection, path }: Target): void {
  const { slug, auth, flattenedFields } = collection!
  const savesRecord = path.length === 0 || isId(path[0]) || path[0] === 'first-register'
  if (!data && savesRecord) {
    throw refusal('Send the record as JSON, with the header Content-Type: application/json.', 415)
  }
  const faults = auth ? faultsOfSecrets(data ?? {}) : []
  if (savesRecord && faults.length === 0) {
    faults.push(...faultsOf(flattenedFields, data!))
  }
  if (faults.length > 0) {
    throw invalidFields(slug, faults)
  }
}

/** These are not fields of a collection, or come in a request that saves no record. */
function faultsOfSecrets(data: Shape): Fault[] {
  return ['email', 'username', 'password', 'token'].flatMap((path) => {
    const value = data[path]
    const message = value === undefined || value === null ? undefined : faultOfSecret(value)
    return message ? [{ path, message }] : []
  })
}

function faultOfSecret(value: unknown): string | undefined {
  return (
    faultOfText(value) ??
    (String(value).length > longestSecret ? `Must be at most ${longestSecret} characters.` : undefined)
  )
}
