import type { EventChange, EventField, NewEvent, ShopEvent } from './event-data'

/** A request that takes longer is told as one that is not confirmed. */
const WAIT_MS = 10_000

/** Why something was not saved, in a sentence, and what the server says about single fields. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved'

  constructor(
    message: string,
    readonly status?: number,
    readonly faults: Partial<Record<EventField, string>> = {},
  ) {
    super(message)
  }
}

/** True if the server refused because nobody is signed in, or not any more. */
export const asksToSignIn = (error: Error | null) => error instanceof NotSaved && isSignedOut(error.status)

const isSignedOut = (status?: number) => status === 401 || status === 403

/** Asks for all events, by date. */
export async function findEvents(signal?: AbortSignal): Promise<ShopEvent[]> {
  const answer = await fetch('/api/events?pagination=false&sort=date&depth=0', { signal })
  return (await read<{ docs: ShopEvent[] }>(answer)).docs
}

/** Asks for one event; null if there is none. */
export async function findEvent(id: number, signal?: AbortSignal): Promise<ShopEvent | null> {
  const answer = await fetch(`/api/events/${id}?depth=0`, { signal })
  return answer.status === 404 ? null : read(answer)
}

/** Adds an event; returns it as the server has it. */
export async function createEvent(fields: NewEvent): Promise<ShopEvent> {
  return (await send<{ doc: ShopEvent }>('POST', '/api/events', fields)).doc
}

/** Changes one field and sends nothing else; returns the event as the server has it. */
export async function updateEvent({ id, field, value }: EventChange): Promise<ShopEvent> {
  return (await send<{ doc: ShopEvent }>('PATCH', `/api/events/${id}`, { [field]: value })).doc
}

export async function deleteEvent(id: number): Promise<void> {
  await send('DELETE', `/api/events/${id}`)
}

async function send<T>(method: string, path: string, body?: object): Promise<T> {
  const request = fetch(`${path}?depth=0`, {
    method,
    headers: body && { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(WAIT_MS),
  })
  return read(await request.catch((error: Error) => Promise.reject(withoutAnswer(error))))
}

/** A request that left may have reached the server; the next fetch tells. */
function withoutAnswer({ name }: Error): NotSaved {
  if (!navigator.onLine) {
    return new NotSaved('You are offline.')
  }
  const what = name === 'TimeoutError' ? 'The server did not answer in time' : 'The connection was lost'
  return new NotSaved(`${what}, so this is not confirmed.`)
}

async function read<T>(answer: Response): Promise<T> {
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) {
    throw refusal(answer.status, body)
  }
  if (body === undefined) {
    throw new NotSaved('The answer cannot be read, so this is not confirmed.', answer.status)
  }
  return body as T
}

/** Payload's form of an error. */
type Refusal = { errors?: { message?: string; data?: { errors?: { path: EventField; message: string }[] } }[] }

function refusal(status: number, body: unknown): NotSaved {
  if (isSignedOut(status)) {
    return new NotSaved('Sign in to change events.', status)
  }
  if (status >= 500) {
    return new NotSaved(`The server answered ${status}.`, status)
  }
  const [first] = (body as Refusal | undefined)?.errors ?? []
  const faults = Object.fromEntries((first?.data?.errors ?? []).map(({ path, message }) => [path, message]))
  const [fault] = Object.values(faults)
  return new NotSaved(fault ?? first?.message ?? `The server answered ${status}.`, status, faults)
}
