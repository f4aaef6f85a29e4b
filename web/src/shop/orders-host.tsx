'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import type { DehydratedState } from 'sanguine'
import { connect, renderOrders, type SanguineOrdersElement } from 'sanguine/widgets'

import { shopClient } from './client'

const inBrowser = typeof window !== 'undefined'

if (inBrowser) {
  connect(shopClient())
}

/** The widgets that this tab has shown, by name. They outlive the page they were on. */
const shown = new Map<string, SanguineOrdersElement>()

type Props = {
  /** Which widget this is: on the next visit the same name shows the same nodes. */
  name: string
  state: DehydratedState
}

/**
 * Where React ends and the Java widget begins. The server writes the widget's markup; in the browser
 * React leaves the inside alone and a newer state goes to the widget. When the page is left the
 * widget is kept, so that coming back shows the same nodes.
 */
export function OrdersHost({ name, state }: Props) {
  const holder = useRef<HTMLDivElement>(null)
  // React does not compare or replace this text when it hydrates, so the browser needs no copy of it.
  const [markup] = useState(() => ({
    __html: inBrowser ? '' : `<sanguine-orders>${renderOrders(state)}</sanguine-orders>`,
  }))

  useLayoutEffect(() => {
    const div = holder.current!
    const widget =
      shown.get(name) ?? (div.firstElementChild as SanguineOrdersElement | null) ?? document.createElement('sanguine-orders')
    shown.set(name, widget)
    if (widget.parentNode !== div) {
      div.replaceChildren(widget)
    }
  }, [name])

  useLayoutEffect(() => {
    shown.get(name)!.hydrate(state)
  }, [name, state])

  return <div ref={holder} className="widget" dangerouslySetInnerHTML={markup} suppressHydrationWarning />
}
