import type { AfterErrorHook } from 'payload'

/** Gives those errors of the database that a request can cause an answer of their own; others stay a 500. */
export const tellWhatIsWrong: AfterErrorHook = ({ error, req }) => {
  const code = databaseCode(error)
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    return { status: 400, response: { errors: [{ message: `${broken(code)} Nothing was changed.` }] } }
  }
  if (code.startsWith('SQLITE_BUSY')) {
    req.responseHeaders = new Headers(req.responseHeaders)
    req.responseHeaders.set('Retry-After', '2')
    return { status: 503, response: { errors: [{ message: 'The shop is busy. Nothing was changed; try again.' }] } }
  }
}

function broken(code: string): string {
  switch (code) {
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
    case 'SQLITE_CONSTRAINT_UNIQUE':
      return 'Something that must be unique, such as the id of an item, is taken.'
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return 'Something that must have a value has none.'
    default:
      return 'Something does not fit what is there.'
  }
}

/** The code of SQLite, which may be some causes deep, or only in words; an empty text if it is none of its errors. */
function databaseCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, message } = at as Error & { code?: unknown }
    // Only what stands first: a message may end with values of the request.
    const named = /^(?:Error: cannot begin transaction: )?(SQLITE_[A-Z_]+)/.exec(
      typeof code === 'string' ? code : message,
    )
    if (named) {
      return named[1]!
    }
  }
  return ''
}
