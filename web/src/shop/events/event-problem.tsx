import { asksToSignIn } from './event-requests'
import { SignInLink } from './sign-in-note'

type Props = {
  id?: string
  /** What was not saved. */
  what: string
  error: Error | null
  /** How things are now. */
  now?: string
  /** What the buttons are about, to people who do not see where they are. */
  about: string
  retry: () => void
  discard: () => void
}

/** Something was not saved: why, and what a person can do about it. */
export const EventProblem = ({ id, what, error, now, about, retry, discard }: Props) => (
  <div className="event-problem">
    <p id={id}>
      {what}: <Reason error={error} /> {now}
    </p>
    <button type="button" aria-label={`Try again: ${about}`} onClick={retry}>
      Try again
    </button>
    <button type="button" aria-label={`Discard: ${about}`} onClick={discard}>
      Discard
    </button>
  </div>
)

/** Why the server did not save it; with the way to sign in, if that is what it asks for. */
export const Reason = ({ error }: { error: Error | null }) =>
  asksToSignIn(error) ? (
    <>
      <SignInLink to="to change events" />.
    </>
  ) : (
    error?.message
  )
