import { QueryClient, temporary, type Intent } from 'sanguine'
import 'sanguine/optimistic'
import { byVersion } from 'sanguine/intents'
import { checkClient } from 'sanguine/check'
import { useIntents } from 'sanguine/react'
import { sanguine as plugin } from 'sanguine/vite'
import type { SanguineMutationContext } from 'sanguine/react-query'

const client: QueryClient = checkClient(new QueryClient())
client.setQueryDefaults(['events'], { version: byVersion('updatedAt') })
export const change = (intent: Intent) => intent.increment<{ n: number }>(['n'], 'n', 1)
export const added = (intent: Intent, id: string) => temporary(intent, id)
export type Context = SanguineMutationContext
export const intents = () => useIntents({ queryKey: ['n'] }).map((intent) => intent.state)
export const plugins = [plugin()]
