import { QueryClient, type Intent } from 'sanguine'
import 'sanguine/optimistic'
import { connect } from 'sanguine/widgets'
import type { SanguineMutationContext } from 'sanguine/react-query'

const client: QueryClient = new QueryClient()
connect(client)
export const change = (intent: Intent) => intent.increment<{ n: number }>(['n'], 'n', 1)
export type Context = SanguineMutationContext
