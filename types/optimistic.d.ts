/**
 * @file Another name of the module `sanguine`, for code that imports it for what it once did:
 *
 *     import 'sanguine/optimistic'
 *
 * @deprecated The import can go: `sanguine` itself has all that `optimistic` needs. It is there for one release.
 */
export {}
