/** The widgets' module. */
import { QueryClient, dehydrate } from 'sanguine'
import { connect, renderOrders } from 'sanguine/widgets'
import { equal } from '../equal.js'

const client = new QueryClient()
connect(client)
equal<ReturnType<typeof renderOrders>, string>(true)
renderOrders(dehydrate(client))
const element = document.createElement('sanguine-orders')
element.client = client
element.hydrate(dehydrate(client))
// @ts-expect-error a client is no state
element.hydrate(client)
// @ts-expect-error no client
connect({})
