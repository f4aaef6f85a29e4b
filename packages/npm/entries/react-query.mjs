/** Imported once by an app of react-query: brings the types of Sanguine's options, and notices if react-query stands on query-core. */
import * as adapter from '@tanstack/react-query'
import { watch } from './sanguine-check.mjs'

watch(adapter, '@tanstack/react-query')
