'use client'

import './wanted.css'

import { useEffect, useState } from 'react'

import type { Wanted } from './wanted'

const sentenceId = 'wanted-change'

/** Offers the change that a person wanted before they signed in: the focus is on its button, and nothing is sent by itself. */
export function WantedChange({ id, sentence, button, page }: Wanted) {
  const [open, setOpen] = useState(true)

  useEffect(() => {
    if (!open) {
      return
    }
    const stop = whenLive(() => focusButton(id, button))
    const settle = (event: MouseEvent) => {
      if ((event.target as Element).closest(`${rowOf(id)} button`)) {
        setOpen(false)
      }
    }
    document.addEventListener('click', settle)
    return () => {
      stop()
      document.removeEventListener('click', settle)
      document.querySelector(`[aria-describedby=${sentenceId}]`)?.removeAttribute('aria-describedby')
    }
  }, [id, button, open])

  useEffect(() => {
    if (!open) {
      forgetInAddress(page)
    }
  }, [open, page])

  const close = () => {
    focusButton(id, button)
    setOpen(false)
  }

  return (
    open && (
      <div className="wanted">
        <p id={sentenceId}>{sentence}</p>
        <button type="button" onClick={close}>
          {button ? 'Not now' : 'Close'}
        </button>
      </div>
    )
  )
}

const rowOf = (id: number) => `tr.order[data-key="${id}"]`

/** The buttons of a row work as soon as the widget drives it. */
function whenLive(act: () => void): () => void {
  const isLive = () => document.querySelector('shop-orders[data-live]') !== null
  if (isLive()) {
    act()
    return () => {}
  }
  const observer = new MutationObserver(() => {
    if (isLive()) {
      observer.disconnect()
      act()
    }
  })
  observer.observe(document, { attributes: true, attributeFilter: ['data-live'], subtree: true })
  return () => observer.disconnect()
}

/** To the try again of a change that stands there as not saved, else to the button that makes it; to the row if none does. */
function focusButton(id: number, button: Wanted['button']): void {
  const row = document.querySelector<HTMLElement>(rowOf(id))
  const again = row?.querySelector<HTMLElement>('.order-problem:not([hidden]) .order-retry')
  const control = (button && (again ?? row?.querySelector<HTMLElement>(`button.${button}`))) || row
  if (control === row) {
    row?.setAttribute('tabindex', '-1')
  }
  row?.scrollIntoView({ block: 'center' })
  control?.setAttribute('aria-describedby', sentenceId)
  control?.focus({ preventScroll: true })
}

/** A reload, or the way back, does not offer it once more. */
function forgetInAddress(page: number): void {
  history.replaceState(null, '', page > 1 ? `/orders?page=${page}` : '/orders')
}
