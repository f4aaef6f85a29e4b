import { parseArgs } from 'node:util'

/** Says what is wrong, and ends. */
export function fail(message) {
  console.error(`ERROR: ${message}`)
  process.exit(2)
}

/** The options of the command line. If there is another one, prints those that exist and ends. */
export function optionsOf(use, options) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    fail(`${error.message.split('. ')[0]}.\nUse: ${use}`)
  }
}
