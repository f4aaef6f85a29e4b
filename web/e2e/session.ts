import type { APIRequestContext } from '@playwright/test'

import { shopKeeper } from '../scripts/shop-server.mjs'

export { shopKeeper }

/** Nobody is signed in. */
export const signedOut = { cookies: [], origins: [] }

/** Signs in; the context keeps the cookie. */
export async function signIn(request: APIRequestContext): Promise<void> {
  const answer = await request.post('/api/users/login', { data: shopKeeper })
  if (!answer.ok()) {
    throw new Error(`Signing in was answered ${answer.status()}: ${await answer.text()}`)
  }
}
