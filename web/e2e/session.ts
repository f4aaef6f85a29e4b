import type { APIRequestContext } from '@playwright/test'

/** The user of the tests' own database. */
export const shopKeeper = { email: 'shop@example.com', password: 'optimist' }

/** Nobody is signed in. */
export const signedOut = { cookies: [], origins: [] }

/** Signs in; the context keeps the cookie. */
export async function signIn(request: APIRequestContext): Promise<void> {
  const answer = await request.post('/api/users/login', { data: shopKeeper })
  if (!answer.ok()) {
    throw new Error(`Signing in was answered ${answer.status()}: ${await answer.text()}`)
  }
}
