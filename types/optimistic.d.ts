/**
 * @file The law: what shows a change at once, keeps it over every fetch and takes it back when its request fails. Imported
 * for what it does, once, in any module of an app whose mutations have `optimistic`:
 *
 *     import 'sanguine/optimistic'
 *
 * Without it a mutation that has the option fails, unsent, with an Error that says so; all else is as with it.
 * `sanguine/intents` and `sanguine/widgets` bring it along.
 */
export {}
