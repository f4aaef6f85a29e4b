/** @file The world around the engine: network, focus, timers, and when listeners hear. One for each load of the module. */
import { Subscribable } from './base.js'

/** Whether a person looks at the page. */
export declare class FocusManager extends Subscribable<(focused: boolean) => void> {
  constructor()
  protected onSubscribe(): void
  protected onUnsubscribe(): void
  /** Where the news comes from, instead of the page's visibilitychange. `setup` may return what undoes it. */
  setEventListener(setup: (setFocused: (focused?: boolean) => void) => (() => void) | undefined): void
  /** Says it by hand; undefined asks the page again. */
  setFocused(focused?: boolean): void
  onFocus(): void
  isFocused(): boolean
}

/** Whether there is a network. */
export declare class OnlineManager extends Subscribable<(online: boolean) => void> {
  constructor()
  protected onSubscribe(): void
  protected onUnsubscribe(): void
  /** Where the news comes from, instead of the window's online and offline. `setup` may return what undoes it. */
  setEventListener(setup: (setOnline: (online: boolean) => void) => (() => void) | undefined): void
  setOnline(online: boolean): void
  isOnline(): boolean
}

export type TimeoutCallback = (_: void) => void

/** What a timer is called back by: a number, or what Node gives. */
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
  /** To be called before the first timer is made; afterwards timers of two providers are mixed up. */
  setTimeoutProvider<TTimerId extends ManagedTimerId>(provider: TimeoutProvider<TTimerId>): void
  setTimeout(callback: TimeoutCallback, delay: number): ManagedTimerId
  clearTimeout(timeoutId: ManagedTimerId | undefined): void
  setInterval(callback: TimeoutCallback, delay: number): ManagedTimerId
  clearInterval(intervalId: ManagedTimerId | undefined): void
}

export declare const focusManager: FocusManager
export declare const onlineManager: OnlineManager
export declare const timeoutManager: TimeoutManager

/** When listeners hear of changes. */
export declare const notifyManager: {
  /** Holds back what is scheduled inside until the outermost batch ends. */
  readonly batch: <T>(callback: () => T) => T
  /** The callback, scheduled with its arguments each time it is called. */
  readonly batchCalls: <T extends Array<unknown>>(callback: (...args: T) => void) => (...args: T) => void
  readonly schedule: (callback: () => void) => void
  /** What each scheduled callback is run by. */
  readonly setNotifyFunction: (fn: (callback: () => void) => void) => void
  /** What all callbacks of one batch are run by. */
  readonly setBatchNotifyFunction: (fn: (callback: () => void) => void) => void
  /** When they are run; `defaultScheduler` by default. */
  readonly setScheduler: (fn: (callback: () => void) => void) => void
}

/** Runs the callback in a later task (a timeout of 0 ms). */
export declare const defaultScheduler: (callback: () => void) => void

export declare const environmentManager: {
  /** On a server nothing is retried, and nothing is collected. */
  isServer: () => boolean
  setIsServer(isServerValue: () => boolean): void
}

/** There was no window when the module was loaded. @deprecated Use `environmentManager.isServer()`. */
export declare const isServer: boolean
