'use client'

import './session.css'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useActionState, useEffect, useRef, useState, type FormEvent } from 'react'

import { endSession } from './end-session'
import { signOutByForm } from './session-actions'

/** Who is signed in, with the way out; the way in if nobody is. */
export function Session({ email }: { email?: string }) {
  const signIn = useRef<HTMLAnchorElement>(null)
  const before = useRef(email)

  useEffect(() => {
    // The button that was pressed is gone.
    if (before.current && !email) {
      signIn.current?.focus()
    }
    before.current = email
  }, [email])

  return (
    <div className="session">
      {email ? (
        <>
          <span className="who">{email}</span>
          <SignOut />
        </>
      ) : (
        <Link ref={signIn} href="/sign-in">
          Sign in
        </Link>
      )}
    </div>
  )
}

/** Ends the session and shows the page again as the public sees it; tells if the person is still signed in. */
function SignOut() {
  const router = useRouter()
  const [told, signOutWithoutScripts] = useActionState(signOutByForm, '')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const signOut = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) {
      return
    }
    setBusy(true)
    setProblem('')
    const found = await endSession()
    setBusy(false)
    setProblem(found)
    if (!found) {
      router.refresh()
    }
  }

  return (
    <form className="sign-out" action={signOutWithoutScripts} onSubmit={signOut}>
      <button type="submit" aria-disabled={busy} aria-describedby="sign-out-problem">
        {busy ? 'Signing out…' : 'Sign out'}
      </button>
      <p id="sign-out-problem" className="problem" role="alert">
        {problem || told}
      </p>
    </form>
  )
}
