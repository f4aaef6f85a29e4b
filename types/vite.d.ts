/** @file A plugin for Vite, and so for Vitest and Storybook. */

/** The members of a Vite plugin that this one has. */
export interface SanguinePlugin {
  name: string
  config(): object
  generateBundle(this: any): void
}

/**
 * Makes the plugin. It gives Sanguine to everything that imports `@tanstack/query-core`: in the browser, on a server
 * and in Vitest. If query-core gets into a build all the same, the build fails.
 */
export declare function sanguine(): SanguinePlugin
