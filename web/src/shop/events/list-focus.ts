import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

/** Where the focus is: in which row, and how many are above it. */
type Place = { id: string; index: number }

/**
 * Keeps the focus in the list if what had it goes away: it goes to the title in the same row, if the row is there still,
 * else to that of the row which took its place, and to the head if there is none. Not to a button: a key that is held must
 * not delete one event after the other.
 */
export function useListFocus(
  list: RefObject<HTMLElement | null>,
  head: RefObject<HTMLElement | null>,
  kind: 'event' | 'order' = 'event',
) {
  const place = useRef<Place>(undefined)

  useLayoutEffect(() => {
    if (place.current && document.activeElement === document.body) {
      const { id, index } = place.current
      const rows = [...(list.current?.querySelectorAll<HTMLElement>(`[data-${kind}]`) ?? [])]
      const row = rows.find((other) => other.dataset[kind] === id) ?? rows[Math.min(index, rows.length - 1)]
      const next = row?.querySelector<HTMLElement>('a[href], button, input') ?? head.current
      next?.focus()
    }
  })

  return {
    onFocus: ({ target }: FocusEvent) => {
      const row = target.closest<HTMLElement>(`[data-${kind}]`)
      place.current = row ? { id: row.dataset[kind]!, index: indexOf(row) } : undefined
    },
    // Nobody is told of a blur of what goes away: this is a person who goes on.
    onBlur: () => {
      place.current = undefined
    },
  }
}

const indexOf = (row: HTMLElement) => [...row.parentElement!.children].indexOf(row)
