import type { IntentResult } from 'sanguine/intents'

import type { StatusChange } from './status-change'

/** A change of an order's status, as the page shows it. */
export type StatusIntent = IntentResult<StatusChange, Error>

const none: StatusIntent[] = []

/** The changes by order; an order without any has always the same empty list. */
export function byOrder(intents: IntentResult[]): (id: number) => StatusIntent[] {
  const orders = new Map<number, StatusIntent[]>()
  for (const intent of intents as StatusIntent[]) {
    const { id } = intent.variables
    orders.set(id, [...(orders.get(id) ?? none), intent])
  }
  return (id) => orders.get(id) ?? none
}

/** True for a change that may still succeed. */
export const isPending = ({ state }: StatusIntent) => state === 'held' || state === 'queued' || state === 'sent'

/** True for a change that was not saved, or of which nobody knows. */
export const isLost = ({ state }: StatusIntent) => state === 'failed' || state === 'unknown' || state === 'conflict'
