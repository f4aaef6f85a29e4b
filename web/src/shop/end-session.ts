/** A sign-out that takes longer is told as one that failed. */
const WAIT_MS = 10_000

/** Returns what a person has to know if the session may go on, or an empty text when it is over. */
export async function endSession(): Promise<string> {
  const left = await fetch('/api/users/logout', { method: 'POST', signal: AbortSignal.timeout(WAIT_MS) }).catch(
    () => null,
  )
  if (left?.ok) {
    return ''
  }
  // Payload refuses to end a session that is over; and a request whose answer was lost may have ended it.
  switch (await isSignedIn()) {
    case false:
      return ''
    case true:
      return `You are still signed in: ${left ? `the server answered ${left.status}` : 'the server did not answer'}. Try again.`
    default:
      return 'The server cannot be reached, so you may still be signed in. Check the connection and try again.'
  }
}

/** Whether the server knows who this is; undefined if it does not say. */
async function isSignedIn(): Promise<boolean | undefined> {
  try {
    const answer = await fetch('/api/users/me', { cache: 'no-store', signal: AbortSignal.timeout(WAIT_MS) })
    const { user } = (await answer.json()) as { user?: unknown }
    return answer.ok ? Boolean(user) : undefined
  } catch {
    return undefined
  }
}
