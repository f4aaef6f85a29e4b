/** An app of react-query imports it once. It brings the types of Sanguine's options, and reports if react-query runs on query-core. */
import * as adapter from '@tanstack/react-query'
import { watch } from './sanguine-check.mjs'

watch(adapter, '@tanstack/react-query')
