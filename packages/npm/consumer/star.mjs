/** An adapter, as react-query is one: all of the engine, and something of its own. */
export * from 'sanguine'
export * from 'sanguine/intents'
export const useQuery = () => {}
