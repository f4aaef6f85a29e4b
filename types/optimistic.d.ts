/**
 * @file The law: what shows a change at once, keeps it over every fetch and takes it back when its request fails. Imported
 * for what it does, where an app whose mutations have `optimistic` makes its client, so that it is there before anything is
 * hydrated or resumed:
 *
 *     import 'sanguine/optimistic'
 *
 * Without it a mutation that has the option fails, unsent, with an Error that says so, and a restored one is reported and not
 * shown; all else is as with it. Who uses a function of `sanguine/intents`, or the widgets, has it.
 */
export {}
