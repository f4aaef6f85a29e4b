import { createHash, type Hash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

/**
 * What a request asks for, as a hash: method, address and body. A form is read first, because a browser separates its parts by
 * another text each time it sends the same form.
 */
export async function fingerprintOf(req: PayloadRequest): Promise<string> {
  const request = req as unknown as Request
  const { pathname, search } = new URL(request.url)
  const hash = createHash('sha256')
  add(hash, request.method.toUpperCase(), pathname, search)
  // A copy: Payload reads the request itself.
  const copy = request.clone()
  const type = copy.headers.get('Content-Type') ?? ''
  const bytes = copy.body ? new Uint8Array(await copy.arrayBuffer()) : new Uint8Array()
  if (!type.startsWith('multipart/') || !(await addForm(hash, bytes, type))) {
    add(hash, type.split(';')[0]!, bytes)
  }
  return hash.digest('hex')
}

/** False if the body is no form; Payload says what is wrong with it. */
async function addForm(hash: Hash, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<boolean> {
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => undefined)
  for (const [name, value] of form ?? []) {
    if (typeof value === 'string') {
      add(hash, 'field', name, value)
    } else {
      add(hash, 'file', name, value.name, value.type, new Uint8Array(await value.arrayBuffer()))
    }
  }
  return form !== undefined
}

/** With their lengths, so that no two lists of parts look the same. */
function add(hash: Hash, ...parts: (string | Uint8Array)[]): void {
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part
    hash.update(`${bytes.length}:`).update(bytes)
  }
}
