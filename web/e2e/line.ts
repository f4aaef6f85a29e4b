import { createServer, request as send, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { test as base } from './shop'

/** The page reaches the shop over a line that the test holds: changes can be kept back, lost, or arrive too late. */
export const test = base.extend<{ line: Line }>({
  line: async ({}, use) => {
    const line = await Line.to(process.env.E2E_ORIGIN!)
    await use(line)
    await line.end()
  },
  baseURL: ({ line }, use) => use(line.origin),
})

/** A server in front of the shop's. */
export class Line {
  private readonly changes: Change[] = []
  private readonly waiting: ((change: Change) => void)[] = []
  private held = false

  private constructor(
    private readonly server: Server,
    private readonly shop: URL,
  ) {}

  static async to(shop: string): Promise<Line> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const line = new Line(server, new URL(shop))
    server.on('request', (request, response) => void line.take(request, response))
    return line
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async end(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** From now on the page's changes wait for the test. */
  hold(): void {
    this.held = true
  }

  /** The page's next change, as soon as it has left the page. */
  next(): Promise<Change> {
    const change = this.changes.shift()
    return change ? Promise.resolve(change) : new Promise((resolve) => this.waiting.push(resolve))
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await all(request)
    const change = new Change(this.shop, request, response, body)
    // The test's own requests carry no origin.
    if (this.held && request.method === 'PATCH' && request.headers.origin) {
      const waiter = this.waiting.shift()
      if (waiter) {
        waiter(change)
      } else {
        this.changes.push(change)
      }
      return
    }
    await change.pass().catch(() => change.lose())
  }
}

/** One request on the line. */
export class Change {
  constructor(
    private readonly shop: URL,
    readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly body: Buffer,
  ) {}

  /** Brings the request to the shop, however late; returns the answer, which the page has not seen. */
  deliver(): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const headers = { ...this.request.headers, host: this.shop.host }
      if (headers.origin) {
        headers.origin = this.shop.origin
      }
      const { method, url } = this.request
      const { hostname, port } = this.shop
      const onward = send({ hostname, port, method, path: url, headers }, async (answer) =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: await all(answer) }),
      )
      onward.once('error', reject)
      onward.end(this.body)
    })
  }

  /** Brings the request to the shop and the answer to the page. */
  async pass(): Promise<void> {
    const { status, headers, body } = await this.deliver()
    const { 'transfer-encoding': _chunks, ...plain } = headers
    this.response.writeHead(status, plain).end(body)
  }

  /** Tells the page this, whatever the shop did. */
  answer(status: number, text = ''): void {
    this.response.writeHead(status, { 'content-type': 'text/plain' }).end(text)
  }

  /** Breaks the connection to the page. */
  lose(): void {
    this.response.socket?.destroy()
  }
}

async function all(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) {
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}
