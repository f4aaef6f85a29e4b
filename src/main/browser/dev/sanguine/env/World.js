/** @fileoverview What the engine asks of the page around it, where Java has no words. */
goog.module('sanguine.World')
goog.module.declareLegacyNamespace()

const World = {}

World.isObject = (value) => typeof value === 'object' && value !== null

/** A list's items as a new list; none of what is no list. */
World.items = (list) => (Array.isArray(list) ? [...list] : [])

/** Listens at the window, where there is one, by type of event; what is returned stops that. */
const listen = (listeners) => {
  const window = globalThis.window
  if (window?.addEventListener) {
    for (const type in listeners) window.addEventListener(type, listeners[type])
    return () => {
      for (const type in listeners) window.removeEventListener(type, listeners[type])
    }
  }
}

World.focus = (heard) => listen({ 'visibilitychange': () => heard() })

World.online = (heard) => listen({ 'online': () => heard(true), 'offline': () => heard(false) })

World.isServer = () => !globalThis.window || 'Deno' in globalThis

World.onServer = World.isServer()

World.call = (callback, ...args) => callback?.(...args)

World.run = (task) => task()

World.soon = (timeouts) => (task) => {
  timeouts.setTimeout(task, 0)
}

World.isVisible = () => globalThis.document?.visibilityState !== 'hidden'

World.bind = (self, ...methods) => {
  for (const method of methods) self[method] = self[method].bind(self)
}

// The same for what is made often: to name a method takes a fraction of the time of looking it up by its name.

World.bindSubscribe = (self) => {
  self.subscribe = self.subscribe.bind(self)
}

World.bindRefetch = (self) => {
  self.refetch = self.refetch.bind(self)
}

// As bundlers know it; a page without a bundler has no process and is in production.
World.looksLikeDevelopment = () => typeof process !== 'undefined' && process.env.NODE_ENV !== 'production'

World.warnOfSwitchedTimers = (previous, provider) => {
  if (!World.looksLikeDevelopment()) return
  console.error(
    '[timeoutManager]: Switching provider after calls to previous provider might result in unexpected behavior.',
    { 'previous': previous, 'provider': provider },
  )
}

// Looked at once: in Node each look costs more than what it decides about.
World.isDevelopment = World.looksLikeDevelopment()

exports = World
