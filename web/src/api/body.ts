import { refusal } from './refusal'
import { isShape, isTooDeep, type Shape } from './shape'

const mostBytes = 1_000_000

/** A request's body: what came, and what it says, if it says anything that the API understands. */
export type Body = { bytes: Uint8Array<ArrayBuffer>; data?: Shape }

/** Reads the body of a request that may have one; refuses what is too large, and JSON that is no object. */
export async function readBody(request: Request): Promise<Body> {
  const bytes = await bytesOf(request)
  const type = request.headers.get('Content-Type')?.toLowerCase() ?? ''
  if (type.startsWith('application/json')) {
    return { bytes, data: shapeOf(new TextDecoder().decode(bytes) || '{}') }
  }
  if (type.startsWith('multipart/')) {
    return { bytes, data: await shapeOfForm(bytes, request.headers.get('Content-Type')!) }
  }
  return { bytes }
}

async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  // What is too much is read and forgotten: a connection that is cut in the middle would take the answer with it.
  for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
    length += part.value.length
    if (length <= mostBytes) {
      parts.push(part.value)
    }
  }
  if (length > mostBytes) {
    throw refusal('The request is too large; 1 MB is the most.', 413)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** The admin sends its data as a field of a form. */
async function shapeOfForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Shape> {
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw refusal('The form cannot be read.')
  })
  const fields = [...form]
  if (fields.some(([name, value]) => name === 'file' || typeof value !== 'string')) {
    throw refusal('No collection of this shop takes files.')
  }
  return shapeOf(String(form.get('_payload') ?? '{}'))
}

function shapeOf(text: string): Shape {
  const data = parse(text)
  if (!isShape(data)) {
    throw refusal('The body must be a JSON object.')
  }
  if (isTooDeep(data)) {
    throw refusal('The body is nested too deeply.')
  }
  return data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refusal('The body is not valid JSON.')
  }
}
