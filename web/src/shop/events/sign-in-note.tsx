import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** The way to sign in, and back to this page; `to` says what for. */
export function SignInLink({ to }: { to: string }) {
  const path = usePathname()
  return <Link href={`/sign-in?to=${encodeURIComponent(path)}`}>Sign in {to}</Link>
}

/** Says to who is not signed in what can be done here, and what cannot. */
export const SignInNote = ({ to }: { to: string }) => (
  <p className="event-note">
    Anyone may look. <SignInLink to={to} />.
  </p>
)
