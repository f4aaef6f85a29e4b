/** A page, before React looks for one. */
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/', pretendToBeVisual: true })
globalThis.window = window
globalThis.document = window.document
globalThis.navigator ??= window.navigator
globalThis.MutationObserver = window.MutationObserver
globalThis.IS_REACT_ACT_ENVIRONMENT = true
