'use client'

import { useRouter } from 'next/navigation'
import { connect, renderOrders, type OrdersElement } from 'orders-widget'
import { useLayoutEffect, useRef, useState, type MouseEvent } from 'react'
import type { DehydratedState } from 'sanguine'

import type { OrderStatus } from '@/order-status'
import { shopClient } from './client'

const inBrowser = typeof window !== 'undefined'

if (inBrowser) {
  connect(shopClient())
}

// One document defines an element once. A new widget, that somebody has just compiled, begins with a new document.
if (process.env.NODE_ENV === 'development' && inBrowser) {
  import.meta.turbopackHot?.dispose(() => location.reload())
}

/** The widgets that this tab has shown, by name and page. They outlive the page they were on. */
const shown = new Map<string, OrdersElement>()

/** The address of the page of the list that somebody goes to by a link of the widget. */
let turningTo = ''

/** The widgets of so many pages are kept. */
const most = 10

type Props = {
  /** Which widget this is: on the next visit the same name shows the same nodes. */
  name: string
  /** Which page of the list, from 1. */
  page?: number
  /** The list has only orders of this status. */
  status?: OrderStatus
  state: DehydratedState
}

/**
 * Where React ends and the Java widget begins. The server writes the widget's markup; in the browser
 * React leaves the inside alone and a newer state goes to the widget. When the page is left the
 * widget is kept, so that coming back shows the same nodes.
 */
export function OrdersHost({ name, page = 1, status, state }: Props) {
  const router = useRouter()
  const holder = useRef<HTMLDivElement>(null)
  const key = `${name} ${status ?? ''} ${page}`
  // React does not compare or replace this text when it hydrates, so the browser needs no copy of it.
  const [markup] = useState(() => ({
    __html: inBrowser
      ? ''
      : `<shop-orders page="${page}"${status ? ` status="${status}"` : ''}>${renderOrders(state, status)}</shop-orders>`,
  }))

  useLayoutEffect(() => {
    const div = holder.current!
    const widget = shown.get(key) ?? fromServer(div) ?? newWidget(page, status)
    shown.set(key, widget)
    if (shown.size > most) {
      shown.delete(shown.keys().next().value!)
    }
    if (widget.parentNode !== div) {
      div.replaceChildren(widget)
    }
  }, [key, page, status])

  useLayoutEffect(() => {
    const widget = shown.get(key)!
    widget.hydrate(state)
    if (turningTo === location.href) {
      turningTo = ''
      focusHead(widget)
    }
  }, [key, state])

  /** Links inside of the widget keep the document, and with it the changes that are under way. */
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (link && isPlain && !event.defaultPrevented && link.origin === location.origin) {
      event.preventDefault()
      turningTo = link.rel === 'next' || link.rel === 'prev' ? link.href : ''
      router.push(link.pathname + link.search)
    }
  }

  return (
    <div ref={holder} className="widget" onClick={follow} dangerouslySetInnerHTML={markup} suppressHydrationWarning />
  )
}

/** The widget that came with the document, unless it is known already as that of another page. */
function fromServer(div: HTMLElement): OrdersElement | undefined {
  const first = div.firstElementChild as OrdersElement | null
  return first && ![...shown.values()].includes(first) ? first : undefined
}

function newWidget(page: number, status?: OrderStatus): OrdersElement {
  const widget = document.createElement('shop-orders')
  widget.setAttribute('page', String(page))
  if (status) {
    widget.setAttribute('status', status)
  }
  return widget
}

/** The link that was followed is gone; who uses the keyboard goes on at the head of the list. */
function focusHead(widget: HTMLElement): void {
  const head = widget.querySelector('caption')!
  head.tabIndex = -1
  head.focus()
}
