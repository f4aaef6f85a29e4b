'use server'

import config from '@payload-config'
import { login, logout } from '@payloadcms/next/auth'
import { redirect } from 'next/navigation'

import { returnPath } from './return-path'

/** The sign-in form without scripts: goes on to where the person came from, or returns what went wrong. */
export async function signInByForm(_before: string, form: FormData): Promise<string> {
  const [email, password] = [form.get('email'), form.get('password')]
  if (typeof email !== 'string' || typeof password !== 'string' || !email || !password) {
    return 'Give an e-mail and a password.'
  }
  try {
    await login({ collection: 'users', config, email, password })
  } catch (error) {
    return (error as { status?: number }).status === 401
      ? 'The e-mail or the password is not right.'
      : 'The shop could not sign you in. Try again later.'
  }
  redirect(returnPath(form.get('to')))
}

/** The sign-out button without scripts: shows the orders as the public sees them, or returns what went wrong. */
export async function signOutByForm(): Promise<string> {
  try {
    await logout({ config })
  } catch {
    return 'The shop could not sign you out. You are still signed in; try again.'
  }
  redirect('/orders')
}
