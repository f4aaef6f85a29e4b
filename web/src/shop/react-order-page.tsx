'use client'

import { HydrationBoundary, QueryClientProvider, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useId, useState, type KeyboardEvent } from 'react'
import type { DehydratedState } from 'sanguine'
import type { FieldState } from 'sanguine/drafts'
import { useDraft, type Draft } from 'sanguine/react'

import type { Order } from '@/payload-types'
import { shopClient } from './client'
import { orders } from './order-collection'

type OrderDraft = Draft<Order>
type Field = 'customer' | 'number'

const labels: Record<Field, string> = { customer: 'Customer', number: 'Number' }

/** What is said beside a field. A refusal is said in its own words below it. */
const words: Partial<Record<FieldState, string>> = { dirty: 'Not saved yet', saving: 'Saving…', saved: 'Saved' }

/** One order as a form: its fields are a draft, which nothing but the person changes. */
export function ReactOrderPage({ id, state }: { id: number; state: DehydratedState }) {
  const [client] = useState(shopClient)
  return (
    <QueryClientProvider client={client}>
      <HydrationBoundary state={state}>
        <OrderForm id={id} />
      </HydrationBoundary>
      <p>
        <Link href="/react">All orders</Link>
      </p>
    </QueryClientProvider>
  )
}

function OrderForm({ id }: { id: number }) {
  const query = orders.byId(id)
  // Fresh or not: who comes back wants to see what happened meanwhile.
  const { data: order } = useQuery({ ...query, refetchOnWindowFocus: 'always' })
  const draft = useDraft<Order>({ queryKey: query.queryKey, record: 'orders', id, mutation: orders.update() })
  return (
    <form className="order-form" onSubmit={(event) => event.preventDefault()}>
      <OrderField draft={draft} field="customer" />
      <OrderField draft={draft} field="number" />
      <p className="order-saved">
        The views show: <b>{order?.customer}</b>, order <b>{order?.number}</b>
      </p>
      <div className="live" role="status" aria-live="polite">
        {announcement(draft)}
      </div>
    </form>
  )
}

/** What was not saved, for those who do not see it. */
const announcement = ({ fields }: OrderDraft) =>
  fields
    .map(({ path, state, message }) =>
      state === 'refused'
        ? `${labels[path as Field]} was not saved: ${message}`
        : state === 'conflict'
          ? `Somebody else has changed ${labels[path as Field].toLowerCase()}, too.`
          : '',
    )
    .filter(Boolean)
    .join(' ')

function OrderField({ draft, field }: { draft: OrderDraft; field: Field }) {
  const id = useId()
  const { state, message, theirs } = draft.field(field)
  const input = draft.input(field)
  const asks = state === 'conflict'
  const save = () => {
    void draft.save(field).catch(() => {})
  }
  const answer = (which: 'mine' | 'theirs') => {
    document.getElementById(id)?.focus()
    void draft.resolve(field, which).catch(() => {})
  }
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key === 'Enter' && !key.nativeEvent.isComposing) {
      save()
    }
  }
  return (
    <div className="order-field">
      <label htmlFor={id}>{labels[field]}</label>
      <span className="field-state">{words[state]}</span>
      <input
        {...input}
        id={id}
        autoComplete="off"
        aria-describedby={message || asks ? `${id}-problem` : undefined}
        onBlur={() => {
          input.onBlur()
          // What was refused is sent again if the person says so, not because they go on.
          if (draft.field(field).state === 'dirty') save()
        }}
        onKeyDown={onKeyDown}
      />
      {asks ? (
        <p id={`${id}-problem`} className="order-problem">
          <span>Somebody else has made it “{theirs}”.</span>
          <button type="button" onClick={() => answer('mine')}>
            Keep mine
          </button>
          <button type="button" onClick={() => answer('theirs')}>
            Take theirs
          </button>
        </p>
      ) : (
        message && (
          <p id={`${id}-problem`} className="order-problem">
            <span>Not saved: {message}</span>
            <button type="button" onClick={save}>
              Try again
            </button>
            <button type="button" onClick={() => draft.discard(field)}>
              Discard
            </button>
          </p>
        )
      )}
    </div>
  )
}
