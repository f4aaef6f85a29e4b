/**
 * @file The environment of the engine: network, focus, timers, and when listeners are called. There is one for each
 * loaded copy of the module.
 */
import { Subscribable } from './base.js'

/** Knows if a person is looking at the page. Queries refetch when the focus comes back. */
export declare class FocusManager extends Subscribable<(focused: boolean) => void> {
  constructor()
  protected onSubscribe(): void
  protected onUnsubscribe(): void
  /**
   * Replaces the source of focus events, which is `visibilitychange` of the page. `setup` may return a function that
   * removes its listeners.
   */
  setEventListener(setup: (setFocused: (focused?: boolean) => void) => (() => void) | undefined): void
  /** Sets the focus by hand. Undefined makes the manager ask the page again. */
  setFocused(focused?: boolean): void
  /** Calls the listeners with the present focus. */
  onFocus(): void
  /** True if the page is visible, or if there is no page. */
  isFocused(): boolean
}

/** Knows if there is a network. Mutations and fetches wait for it, unless `networkMode` says otherwise. */
export declare class OnlineManager extends Subscribable<(online: boolean) => void> {
  constructor()
  protected onSubscribe(): void
  protected onUnsubscribe(): void
  /**
   * Replaces the source of network events, which are `online` and `offline` of the window. `setup` may return a
   * function that removes its listeners.
   */
  setEventListener(setup: (setOnline: (online: boolean) => void) => (() => void) | undefined): void
  /** Sets the network by hand, and calls the listeners if that is a change. */
  setOnline(online: boolean): void
  /** True until somebody says that there is no network. */
  isOnline(): boolean
}

export type TimeoutCallback = (_: void) => void

/** The id of a timer: a number, or the object that Node returns. */
export type ManagedTimerId = number | { [Symbol.toPrimitive]: () => number }

/** Makes timers. All delays are milliseconds. */
export type TimeoutProvider<TTimerId extends ManagedTimerId = ManagedTimerId> = {
  readonly setTimeout: (callback: TimeoutCallback, delay: number) => TTimerId
  readonly clearTimeout: (timeoutId: TTimerId | undefined) => void
  readonly setInterval: (callback: TimeoutCallback, delay: number) => TTimerId
  readonly clearInterval: (intervalId: TTimerId | undefined) => void
}

/** The timers of the engine: the platform's, or those of a provider. */
export declare class TimeoutManager implements Omit<TimeoutProvider, 'name'> {
  /**
   * Sets the provider. Call it before the first timer is made; a timer that is made earlier cannot be cleared by the
   * new provider.
   */
  setTimeoutProvider<TTimerId extends ManagedTimerId>(provider: TimeoutProvider<TTimerId>): void
  setTimeout(callback: TimeoutCallback, delay: number): ManagedTimerId
  clearTimeout(timeoutId: ManagedTimerId | undefined): void
  setInterval(callback: TimeoutCallback, delay: number): ManagedTimerId
  clearInterval(intervalId: ManagedTimerId | undefined): void
}

export declare const focusManager: FocusManager
export declare const onlineManager: OnlineManager
export declare const timeoutManager: TimeoutManager

/** Decides when listeners are called. */
export declare const notifyManager: {
  /** Runs the callback. What is scheduled inside waits until the outermost batch ends. */
  readonly batch: <T>(callback: () => T) => T
  /** Returns a function that schedules the callback with its arguments. */
  readonly batchCalls: <T extends Array<unknown>>(callback: (...args: T) => void) => (...args: T) => void
  /** Runs the callback later, or at the end of the present batch. */
  readonly schedule: (callback: () => void) => void
  /** Sets the function that runs each scheduled callback. React adapters pass one that wraps it in `act`. */
  readonly setNotifyFunction: (fn: (callback: () => void) => void) => void
  /** Sets the function that runs all callbacks of one batch. */
  readonly setBatchNotifyFunction: (fn: (callback: () => void) => void) => void
  /** Sets when callbacks run; `defaultScheduler` by default. */
  readonly setScheduler: (fn: (callback: () => void) => void) => void
}

/** Runs the callback in a later task (a timeout of 0 ms). */
export declare const defaultScheduler: (callback: () => void) => void

export declare const environmentManager: {
  /** True on a server: if there is no window, or in Deno. Queries are then not retried, and nothing is collected. */
  isServer: () => boolean
  /** Replaces the function that decides it. */
  setIsServer(isServerValue: () => boolean): void
}

/**
 * True if there was no window when the module was loaded.
 *
 * @deprecated Use `environmentManager.isServer()`.
 */
export declare const isServer: boolean
