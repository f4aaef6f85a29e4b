/**
 * @file Another name of the module `sanguine`, for code that still imports it:
 *
 *     import 'sanguine/optimistic'
 *
 * @deprecated Remove the import. `sanguine` itself has all that `optimistic` needs. This entry is kept for one release.
 */
export {}
