import 'server-only'

import config from '@payload-config'
import { headers } from 'next/headers'
import { getPayload } from 'payload'

/** Payload's local API, one instance per server. */
export const shopPayload = () => getPayload({ config })

/** The user of the session cookie of this request, or null. */
export async function signedInUser() {
  const payload = await shopPayload()
  const { user } = await payload.auth({ headers: await headers() })
  return user
}
