'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, type FormEvent } from 'react'

/** Asks Payload for a session and goes to the orders. */
export function SignInForm() {
  const router = useRouter()
  const email = useRef<HTMLInputElement>(null)
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
    router.push('/orders')
    router.refresh()
  }

  return (
    <form className="sign-in" method="post" onSubmit={signIn} aria-describedby="sign-in-problem">
      <label>
        E-mail
        <input ref={email} name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <p id="sign-in-problem" className="problem" role="alert">
        {problem}
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
