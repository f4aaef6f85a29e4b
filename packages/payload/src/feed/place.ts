/**
 * A place in the feed: after a change. Changes are in the order of `xact`, the number of the transaction, and then of `part`, the
 * number of the change within it.
 */
export type Place = { xact: number; part: number }

/** Before the first change. */
export const BEGINNING: Place = { xact: 0, part: 0 }

/** Below zero if `a` comes first. */
export const compare = (a: Place, b: Place) => a.xact - b.xact || a.part - b.part

/** The text that clients get, and send back: the name of the feed, and the place in it. */
export const cursorOf = (feed: string, { xact, part }: Place) => `${feed}.${xact}.${part}`

const CURSOR = /^([\da-f]{16})\.(\d{1,15})\.(\d{1,10})$/

/** The place that a cursor of this feed names; undefined if it is none. */
export function placeOfCursor(feed: string, cursor: string): Place | undefined {
  const [, name, xact, part] = CURSOR.exec(cursor) ?? []
  return name === feed ? { xact: Number(xact), part: Number(part) } : undefined
}

/** The header of an answer that says where in the feed its last change is. */
export const PLACE_HEADER = 'Sanguine-Change'
