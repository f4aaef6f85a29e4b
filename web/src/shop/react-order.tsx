import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import Link from 'next/link'
import { memo, useRef } from 'react'
import { isCancelledError } from 'sanguine'

import { nextStatus, orderStatuses } from '@/order-status'
import type { Order } from '@/payload-types'
import { reasonOf } from './order-collection'
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
  /** What somebody else has made of the order. */
  theirs?: Order['status']
  retry: () => Promise<unknown>
  discard: () => void
}

/** One order: its status, what may be done next, and the changes of it that were not saved. */
export const ReactOrder = memo(function ReactOrder({ order, intents, way, announce }: Props) {
  const { id, number, status } = order
  const client = useQueryClient()
  const change = useMutation(ways[way](client, id))
  const cancel = useMutation({ ...ways.optimistic(client, id), hold: 5000 })
  const held = intents.filter(isOwn).find(({ state }) => state === 'held')
  const move = useRef<HTMLSelectElement>(null)
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
        announce(
          isCancelledError(error)
            ? `Order ${number} is not ${target}. It ${standing}.`
            : `Order ${number} was not saved: ${reasonOf(error)} It ${standing}.`,
        )
      },
    )

  const moveTo = (target: Order['status']) => {
    if (target === 'cancelled') {
      announce(`Order ${number} is cancelled. 5 seconds to undo that.`)
      void tell(target, cancel.mutateAsync({ id, status: target }))
    } else {
      void tell(target, change.mutateAsync({ id, status: target }))
    }
  }

  return (
    <li className="react-order" data-order={id} data-pending={change.isPending || intents.some(isPending) || undefined}>
      <Link className="order-number" href={`/react/${id}`} prefetch={false}>
        {number}
      </Link>
      <span className={`status status-${status}`}>{status}</span>
      <select
        ref={move}
        className="order-move"
        aria-label={`Status of order ${number}`}
        value={status}
        onChange={({ target }) => moveTo(target.value as Order['status'])}
      >
        {orderStatuses.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <button
        ref={advance}
        type="button"
        className="order-advance"
        aria-label={`${label}, order ${number}`}
        aria-disabled={!next}
        onClick={() => next && moveTo(next)}
      >
        {label}
      </button>
      {held && (
        <p className="order-held">
          <span>Cancelled in a few seconds.</span>
          <button
            type="button"
            className="order-undo"
            aria-label={`Undo: ${held.variables.status}, order ${number}`}
            onClick={() => {
              move.current?.focus()
              held.undo?.()
            }}
          >
            Undo
          </button>
        </p>
      )}
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

const fromIntent = ({ mutationId, variables, error, theirs, retry, resolve, discard }: StatusIntent): Failure => ({
  key: mutationId,
  status: variables.status,
  error,
  theirs: theirs?.status,
  retry: () => (resolve ? resolve('mine') : retry()),
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

function Problem({ number, failure: { status, error, theirs }, retry, discard }: ProblemProps) {
  const [again, away] = theirs ? ['Keep mine', `Take theirs`] : ['Try again', 'Discard']
  return (
    <p className="order-problem">
      <span>
        Not saved as {status}: {reasonOf(error)}
        {theirs && ` It is ${theirs} now.`}
      </span>
      <button type="button" className="order-retry" aria-label={`${again}: ${status}, order ${number}`} onClick={retry}>
        {again}
      </button>
      <button
        type="button"
        className="order-discard"
        aria-label={`${away}: ${theirs ?? status}, order ${number}`}
        onClick={discard}
      >
        {away}
      </button>
    </p>
  )
}
