import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { memo, useRef } from 'react'

import { nextStatus } from '@/order-status'
import type { Order } from '@/payload-types'
import { isLost, isPending, type StatusIntent } from './order-intents'
import { ordersKey, type OrderList } from './orders'
import { reactKey, stillChanging, ways, type StatusChange, type Way } from './status-change'

type Props = {
  order: Order
  /** What is under way or was lost, on either side. */
  intents: StatusIntent[]
  way: Way
  announce: (text: string) => void
}

/** A change that was not saved, and what a person can do about it. */
type Failure = {
  key: number
  status: Order['status']
  error: Error | null
  retry: () => Promise<unknown>
  discard: () => void
}

/** One order: its status, what may be done next, and the changes of it that were not saved. */
export const ReactOrder = memo(function ReactOrder({ order, intents, way, announce }: Props) {
  const { id, number, status } = order
  const client = useQueryClient()
  const change = useMutation(ways[way](client, id))
  const advance = useRef<HTMLButtonElement>(null)
  const next = nextStatus(status)
  const label = next ? `Mark as ${next}` : 'No next step'
  const failures = way === 'optimistic' ? intents.filter(isOwn).filter(isLost).map(fromIntent) : fromMutation(change)

  const tell = (target: Order['status'], saving: Promise<unknown>) =>
    saving.then(
      () => announce(`Order ${number} is saved as ${target}.`),
      (error: Error) => {
        const now = client.getQueryData<OrderList>(ordersKey)?.docs.find((other) => other.id === id)?.status
        const standing = stillChanging(client, id) ? `stays ${now}, which is still being saved` : `is ${now} again`
        announce(`Order ${number} was not saved: ${error.message} It ${standing}.`)
      },
    )

  return (
    <li className="react-order" data-pending={change.isPending || intents.some(isPending) || undefined}>
      <span className="order-number">{number}</span>
      <span className={`status status-${status}`}>{status}</span>
      <button
        ref={advance}
        type="button"
        className="order-advance"
        aria-label={`${label}, order ${number}`}
        aria-disabled={!next}
        onClick={() => next && tell(next, change.mutateAsync({ id, status: next }))}
      >
        {label}
      </button>
      {failures.map((failure) => (
        <Problem
          key={failure.key}
          number={number}
          failure={failure}
          retry={() => {
            // The button goes away; the focus stays in the row.
            advance.current?.focus()
            void tell(failure.status, failure.retry())
          }}
          discard={() => {
            advance.current?.focus()
            failure.discard()
            announce(`The change of order ${number} to ${failure.status} is discarded.`)
          }}
        />
      ))}
    </li>
  )
})

/** The widget shows its own. */
const isOwn = ({ mutationKey }: StatusIntent) => mutationKey?.length === reactKey.length

const fromIntent = ({ mutationId, variables, error, retry, discard }: StatusIntent): Failure => ({
  key: mutationId,
  status: variables.status,
  error,
  retry,
  discard,
})

/** All that a mutation's hook knows: its latest call. */
const fromMutation = (change: UseMutationResult<Order, Error, StatusChange>): Failure[] => {
  if (!change.isError) {
    return []
  }
  const { variables, error, mutateAsync, reset } = change
  return [{ key: 0, status: variables.status, error, retry: () => mutateAsync(variables), discard: reset }]
}

type ProblemProps = {
  number: string
  failure: Failure
  retry: () => void
  discard: () => void
}

function Problem({ number, failure: { status, error }, retry, discard }: ProblemProps) {
  return (
    <p className="order-problem">
      <span>
        Not saved as {status}: {error?.message}
      </span>
      <button
        type="button"
        className="order-retry"
        aria-label={`Try again: ${status}, order ${number}`}
        onClick={retry}
      >
        Try again
      </button>
      <button
        type="button"
        className="order-discard"
        aria-label={`Discard: ${status}, order ${number}`}
        onClick={discard}
      >
        Discard
      </button>
    </p>
  )
}
