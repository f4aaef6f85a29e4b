import { APIError, ValidationError } from 'payload'

/** The request cannot be what was meant; the message says why, to a person. */
export const refusal = (message: string, status = 400) => new APIError(message, status)

/** What is wrong with a field; the label is its name as a person reads it. */
export type Fault = { path: string; message: string; label?: string }

/** Fields have values that they cannot have. It looks like Payload's own answer. */
export const invalidFields = (collection: string, errors: Fault[]) => new ValidationError({ collection, errors })

/** The answer to a request that is refused, in the form of Payload's. */
export function answerOf({ name, message, data, status }: APIError): Response {
  return Response.json({ errors: [data ? { name, message, data } : { message }] }, { status })
}
