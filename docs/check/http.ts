/** A server on this machine for the guide of outcomes: it answers, refuses, or loses what it has to say, as it is told. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rest, rolledBack, type Event } from './kit.js'

/** A status with a JSON body, or what else a server and a network do. */
export type Answer = number | 'no JSON' | 'half an answer' | 'no answer' | 'a lost connection'

let next: Answer = 200

function answer(response: ServerResponse): void {
  const json = { 'content-type': 'application/json' }
  if (next === 'a lost connection') {
    response.socket?.destroy()
  } else if (next === 'half an answer') {
    response.writeHead(200, { ...json, 'content-length': 100 }).write('{"id":', () => response.socket?.destroy())
  } else if (next === 'no JSON') {
    response.writeHead(200, json).end('<html>')
  } else if (next !== 'no answer') {
    response.writeHead(next, json).end('{"id":1}')
  }
}

const listening = createServer((request, response) => {
  request.on('end', () => answer(response)).resume()
})
listening.listen(0, '127.0.0.1').unref()
await new Promise((resolve) => listening.once('listening', resolve))

export const api = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`

/** What becomes of a change if this is the server's answer: 'confirmed', 'failed' or 'unknown'. */
export function outcomesOf(save: { mutateAsync(event: Partial<Event> & Pick<Event, 'id'>): Promise<unknown> }) {
  return async (given: Answer): Promise<string | undefined> => {
    next = given
    rolledBack.length = 0
    await save.mutateAsync({ id: 1, title: 'A' }).catch(() => {})
    await rest()
    return rolledBack.length ? rolledBack.join() : 'confirmed'
  }
}
