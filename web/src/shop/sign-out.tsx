'use client'

import { useRouter } from 'next/navigation'

/** Ends the session and shows the page again as the public sees it. */
export function SignOut() {
  const router = useRouter()
  const signOut = async () => {
    await fetch('/api/users/logout', { method: 'POST' })
    router.refresh()
  }
  return (
    <button type="button" onClick={signOut}>
      Sign out
    </button>
  )
}
