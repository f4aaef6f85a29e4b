/** @file A plugin for Vite, and so for Vitest and Storybook. */

/** What Vite takes for a plugin. */
export interface SanguinePlugin {
  name: string
  config(): object
  generateBundle(this: any): void
}

/**
 * Gives Sanguine to everything that imports `@tanstack/query-core`, in the browser, on a server and in Vitest. A build that has query-core in
 * it all the same fails.
 */
export declare function sanguine(): SanguinePlugin
