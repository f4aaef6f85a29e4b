import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { configToSchema } from '@payloadcms/graphql'
import { graphql } from 'graphql'
import { addDataAndFileToRequest, createPayloadRequest, getPayload } from 'payload'

import { appConfig } from './app/config.mjs'
import { serve } from './app/server.mjs'

/** An address of a new, empty database: a file of SQLite, or a database of the server that POSTGRES_URL names. */
export const newDatabase = (folder) =>
  process.env.POSTGRES_URL
    ? `${process.env.POSTGRES_URL}/t${process.pid}_${Math.random().toString(36).slice(2)}`
    : `file:${path.join(folder, 'app.db')}`

let started = 0

/** A Payload app behind HTTP, with three users: admin, ann and bob. */
export async function startApp(options = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'sanguine-payload-'))
  const database = newDatabase(folder)
  const config = await appConfig({ url: database, folder, ...options })
  const key = `app ${started++}`
  const payload = await getPayload({ config, key })
  for (const name of ['admin', 'ann', 'bob']) {
    const data = {
      email: `${name}@example.com`,
      password: 'secret',
      name,
      enableAPIKey: true,
      apiKey: `key of ${name}`,
    }
    await payload.create({ collection: 'users', data })
  }
  const { server, url } = await serve(config, { key, graphql: graphqlOf(config, key) })
  return {
    payload,
    config,
    url,
    ...clientOf(url),
    /** Another server on the same database, with a Payload and connections of its own. */
    async another() {
      const key = `app ${started++}`
      const config = await appConfig({ url: database, folder, ...options })
      const other = await getPayload({ config, key })
      const { server, url } = await serve(config, { key })
      return {
        url,
        ...clientOf(url),
        async stop() {
          server.close()
          server.closeAllConnections()
          await end(other)
        },
      }
    },
    async stop() {
      server.close()
      server.closeAllConnections()
      await end(payload)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Ends a Payload. Its adapter for PostgreSQL keeps a connection, which must not keep the process. */
export async function end(payload) {
  payload.db.pool?._clients.forEach((client) => client.unref())
  await payload.destroy()
}

/** `call('PATCH', '/orders/1', { status: 'paid' }, { as: 'ann', ifMatch: '"1"', key: 'abc' })`, and what the server answers. */
export function clientOf(url) {
  async function call(method, where, body, { as = 'admin', ifMatch, key, headers = {} } = {}) {
    const isForm = body instanceof FormData
    const response = await fetch(`${url}/api${where}`, {
      method,
      headers: {
        ...(as && { Authorization: `users API-Key key of ${as}` }),
        ...(body && !isForm && { 'Content-Type': 'application/json' }),
        ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
        ...headers,
      },
      body: body && (isForm ? body : JSON.stringify(body)),
    })
    const text = await response.text()
    const { status } = response
    const [etag, replayed, retryAfter, place] = ['ETag', 'Idempotency-Replayed', 'Retry-After', 'Sanguine-Change'].map(
      (name) => response.headers.get(name),
    )
    return { status, etag, replayed, retryAfter, place, text, body: JSON.parse(text) }
  }
  let numbers = 0
  return {
    call,
    async newOrder(data = {}) {
      const { body } = await call('POST', '/orders', { number: `n${++numbers}`, status: 'open', ...data })
      return body.doc
    },
    /** A GraphQL request, and its `data` and `errors`. */
    async ask(query, options) {
      return (await call('POST', '/graphql', { query }, options)).body
    },
  }
}

/** As Payload's route for NextJS does it: each mutation has a request of its own for its transaction. */
function graphqlOf(config, key) {
  const { schema } = configToSchema(config)
  return async (request) => {
    const req = await createPayloadRequest({ config, request, payloadInstanceCacheKey: key })
    await addDataAndFileToRequest(req)
    const result = await graphql({ schema, source: req.data.query, contextValue: { headers: {}, req } })
    const errors = result.errors?.map(({ message, originalError }) => ({
      message,
      extensions: { statusCode: originalError?.status, data: originalError?.data },
    }))
    return Response.json({ ...result, errors })
  }
}

/** The count that the environment gives, or a small one. */
export const count = (name, small) => Number(process.env[name] ?? small)
