import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { handleEndpoints } from 'payload'

/** Serves Payload's REST API over HTTP, without NextJS. `graphql` is a handler for `POST /api/graphql`. */
export async function serve(config, { port = 0, key, graphql } = {}) {
  const server = createServer(async (incoming, outgoing) => {
    const url = `http://${incoming.headers.host}${incoming.url}`
    const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
    const request = new Request(url, {
      method: incoming.method,
      headers: Object.entries(incoming.headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      ...(hasBody && { body: incoming, duplex: 'half' }),
    })
    const isGraphQL = graphql && new URL(url).pathname === '/api/graphql'
    const response = isGraphQL
      ? await graphql(request)
      : await handleEndpoints({ config, request, payloadInstanceCacheKey: key })
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.flushHeaders()
    if (response.body) {
      // A client that goes away is no error of the server; the body is cancelled.
      await pipeline(Readable.fromWeb(response.body), outgoing).catch(() => {})
    } else {
      outgoing.end()
    }
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${server.address().port}` }
}
