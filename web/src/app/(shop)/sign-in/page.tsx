import type { Metadata } from 'next'

import { SignInForm } from '@/shop/sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

export default function SignInPage() {
  return (
    <section className="narrow">
      <h1>Sign in</h1>
      <p>Anyone may look at orders and events. To change them, sign in.</p>
      <p className="without-scripts">Signing in needs JavaScript.</p>
      <SignInForm />
    </section>
  )
}
