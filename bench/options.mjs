import { parseArgs } from 'node:util'

/** The options of the command line; says what can be said, and ends, where there is another. */
export function optionsOf(use, options) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    console.error(`ERROR: ${error.message.split('. ')[0]}.\nUse: ${use}`)
    process.exit(2)
  }
}
