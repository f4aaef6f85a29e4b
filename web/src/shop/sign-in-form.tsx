'use client'

import { useRouter } from 'next/navigation'
import { useActionState, useRef, useState, type FormEvent } from 'react'

import { signInByForm } from './session-actions'

/** Asks Payload for a session and goes on to the page that is given. Without scripts the form does the same by itself. */
export function SignInForm({ to }: { to: string }) {
  const router = useRouter()
  const email = useRef<HTMLInputElement>(null)
  const [told, signInWithoutScripts] = useActionState(signInByForm, '')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setProblem('')
    const found = await askForSession(String(form.get('email')), String(form.get('password')))
    setBusy(false)
    if (found) {
      setProblem(found)
      email.current?.focus()
      return
    }
    router.push(to)
    router.refresh()
  }

  return (
    <form className="sign-in" action={signInWithoutScripts} onSubmit={signIn} aria-describedby="sign-in-problem">
      <input type="hidden" name="to" value={to} />
      <label>
        E-mail
        <input ref={email} name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <p id="sign-in-problem" className="problem" role="alert">
        {problem || told}
      </p>
      <button type="submit" disabled={busy}>
        {busy ? 'Signing in…' : 'Sign in'}
      </button>
    </form>
  )
}

/** Returns what went wrong, or an empty text when the session is there. */
async function askForSession(email: string, password: string): Promise<string> {
  try {
    const answer = await fetch('/api/users/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (answer.ok) {
      return ''
    }
    return answer.status === 401
      ? 'The e-mail or the password is not right.'
      : `The server answered ${answer.status}. Try again later.`
  } catch {
    return 'The server cannot be reached. Check the connection and try again.'
  }
}
