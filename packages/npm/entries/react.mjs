'use client'
/** Hooks for use beside those of react-query. They list what is pending, and what failed, and keep what is typed into forms. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { hashKey } from './sanguine.mjs'
import { DraftObserver } from './sanguine-drafts.mjs'
import { IntentsObserver } from './sanguine-intents.mjs'
import { refuseStranger } from './sanguine-check.mjs'

/** On a server, and while React takes its markup over, nothing is pending. */
const NOTHING = []

const nothing = () => NOTHING

const isPending = ({ state }) => state === 'held' || state === 'queued' || state === 'sent'

const isUnsaved = ({ state }) => state === 'failed' || state === 'conflict' || state === 'unknown'

/** The intents that match the filters. */
export function useIntents(filters, queryClient) {
  const client = useQueryClient(queryClient)
  const hash = hashKey([filters])
  // Each meaning of the filters has an observer of its own, so a render that React throws away does not change one that is shown.
  // The observer listens only while the component is mounted. React reads the result again after it has subscribed.
  const observer = useMemo(() => {
    refuseStranger(client, 'useIntents')
    return new IntentsObserver(client, filters)
    // Two filters with one hash mean the same.
  }, [client, hash])
  return useSyncExternalStore(observer.subscribe, observer.getCurrentResult, nothing)
}

/** The intents that the server has not answered yet. */
export function usePendingIntents(filters, queryClient) {
  const intents = useIntents(filters, queryClient)
  return useMemo(() => intents.filter(isPending), [intents])
}

/** The intents that failed or whose outcome is unknown. Each can be retried or discarded. */
export function useUnsavedIntents(filters, queryClient) {
  const intents = useIntents(filters, queryClient)
  return useMemo(() => intents.filter(isUnsaved), [intents])
}

const isWrong = ({ state }) => state === 'refused' || state === 'conflict' || undefined

/** What the fields of a form need of their draft: the same functions as long as it is the same form. */
function handlersOf(observer) {
  const known = new Map()
  return (path) => {
    if (!known.has(path)) {
      const of = (event) => (event.target.type === 'checkbox' ? event.target.checked : event.target.value)
      known.set(path, {
        name: path,
        onChange: (event) => observer.set(path, of(event)),
        onFocus: () => observer.focus(path),
        onBlur: () => observer.blur(path),
      })
    }
    return known.get(path)
  }
}

/** The form of one record. The draft itself belongs to the record: it is there before this component, and after it. */
function useForm(options, queryClient, caller) {
  const client = useQueryClient(queryClient)
  const hash = hashKey([options.queryKey, options.record, options.id])
  const form = useMemo(() => {
    refuseStranger(client, caller)
    const observer = new DraftObserver(client, options)
    return { observer, handlers: handlersOf(observer) }
    // What else the options say may be new with each render. The effect hands it over.
  }, [client, hash])
  useEffect(() => form.observer.setOptions(options))
  return form
}

/** Renders again if what is read has become another. */
function useRead({ observer }, read) {
  const subscribe = useCallback(
    (onChange) => {
      const stop = observer.subscribe(onChange)
      // A hidden <Activity> that is shown again has missed what changed.
      onChange()
      return stop
    },
    [observer],
  )
  return useSyncExternalStore(subscribe, read, read)
}

/** A form: the record, what is typed over it, and the props of its inputs. */
export function useDraft(options, queryClient) {
  const form = useForm(options, queryClient, 'useDraft')
  const result = useRead(form, form.observer.getCurrentResult)
  return useMemo(() => {
    const { observer, handlers } = form
    const { field, set, save, discard, resolve } = observer
    const common = (shown) => ({ ...handlers(shown.path), 'aria-invalid': isWrong(shown) })
    return {
      ...result,
      field,
      set,
      save,
      discard,
      resolve,
      input: (path) => ({ ...common(field(path)), value: field(path).value ?? '' }),
      checkbox: (path) => ({ ...common(field(path)), checked: Boolean(field(path).value) }),
    }
  }, [form, result])
}

/** One field of a form. A component that uses it is rendered for nothing else. */
export function useDraftField(options, path, queryClient) {
  const form = useForm(options, queryClient, 'useDraftField')
  const read = useCallback(() => form.observer.field(path), [form, path])
  const shown = useRead(form, read)
  return useMemo(() => {
    const { observer, handlers } = form
    const common = { ...handlers(path), 'aria-invalid': isWrong(shown) }
    return {
      ...shown,
      set: (value) => observer.set(path, value),
      save: () => observer.save(path),
      discard: () => observer.discard(path),
      resolve: (answer) => observer.resolve(path, answer),
      input: { ...common, value: shown.value ?? '' },
      checkbox: { ...common, checked: Boolean(shown.value) },
    }
  }, [form, path, shown])
}
