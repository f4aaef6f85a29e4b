/**
 * @fileoverview When a page is left. A page that is hidden may never hear of anything again: on a phone nothing else may come.
 * One that is kept in the back-forward cache, or frozen, may come back.
 */
goog.module('sanguine.PageEvents')
goog.module.declareLegacyNamespace()

const PageEvents = {}

PageEvents.listen = (hidden, left, back) => {
  const window = globalThis.window
  const document = globalThis.document
  if (!window?.addEventListener || !document?.addEventListener) return () => {}
  const look = () => (document.visibilityState === 'hidden' ? hidden() : back())
  const events = [
    [document, 'visibilitychange', look],
    [document, 'freeze', left],
    [document, 'resume', look],
    [window, 'pagehide', left],
    [window, 'pageshow', look],
  ]
  for (const [target, type, listener] of events) target.addEventListener(type, listener)
  return () => {
    for (const [target, type, listener] of events) target.removeEventListener(type, listener)
  }
}

exports = PageEvents
