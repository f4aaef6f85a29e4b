import { QueryClient, type Intent } from 'sanguine'
import 'sanguine/optimistic'

const client: QueryClient = new QueryClient()
client.mount()
export const change = (intent: Intent) => intent.increment<{ n: number }>(['n'], 'n', 1)
