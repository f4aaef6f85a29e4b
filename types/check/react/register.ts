/** What an app registers through react-query's name reaches Sanguine's types. */
import type { MutationMeta } from '@tanstack/react-query'
import { equal } from '../equal.js'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: { toast?: string }
  }
}

equal<MutationMeta, { toast?: string }>(true)
