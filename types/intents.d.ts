/** @file What only some apps use, beside the module `sanguine` and on its engine. */
export {}
