import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** The way to sign in, and back to this page. */
export function SignInLink() {
  const path = usePathname()
  return <Link href={`/sign-in?to=${encodeURIComponent(path)}`}>Sign in</Link>
}

/** Says to who is not signed in what can be done here, and what cannot. */
export function SignInNote({ to }: { to: string }) {
  return (
    <p className="event-note">
      Anyone may look. <SignInLink /> {to}.
    </p>
  )
}
