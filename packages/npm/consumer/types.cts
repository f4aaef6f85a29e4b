import { QueryClient, type Intent } from 'sanguine'
import 'sanguine/optimistic'
import widgets = require('sanguine/widgets')

const client: QueryClient = new QueryClient()
widgets.connect(client)
export const change = (intent: Intent) => intent.increment<{ n: number }>(['n'], 'n', 1)
