/** Every word of the programs: how it is drawn, and what it does. */
import { CLIENT_WORDS } from './words/client.mjs'
import { DEFAULTS_WORDS } from './words/defaults.mjs'
import { HYDRATION_WORDS } from './words/hydration.mjs'
import { MUTATION_WORDS } from './words/mutations.mjs'
import { OBSERVER_WORDS } from './words/observers.mjs'
import { PURE_WORDS } from './words/pure.mjs'
import { QUERY_WORDS } from './words/query.mjs'
import { SEVERAL_WORDS } from './words/several.mjs'
import { WORLD_WORDS } from './words/world.mjs'

/**
 * By name: `group` (a program has some of the groups), `weight` (how often), `inner` (may run inside a function),
 * `draw` (the step's data; undefined if there is nothing it could be done to), `play`.
 */
export const WORDS = {
  ...CLIENT_WORDS,
  ...OBSERVER_WORDS,
  ...SEVERAL_WORDS,
  ...MUTATION_WORDS,
  ...HYDRATION_WORDS,
  ...DEFAULTS_WORDS,
  ...QUERY_WORDS,
  ...PURE_WORDS,
  ...WORLD_WORDS,
}
