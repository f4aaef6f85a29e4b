import type { Metadata } from 'next'

import { returnPath } from '@/shop/return-path'
import { SignInForm } from '@/shop/sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { to } = await searchParams
  return (
    <section className="narrow">
      <h1>Sign in</h1>
      <p>Anyone may look at orders and events. To change them, sign in.</p>
      <SignInForm to={returnPath(to)} />
    </section>
  )
}
