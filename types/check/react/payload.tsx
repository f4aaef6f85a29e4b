/** The options of a Payload collection in the hooks of react-query, with whichever types these are. */
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { payloadCollection } from 'sanguine/payload'

interface Order {
  id: number
  status: 'open' | 'paid'
}

const orders = payloadCollection<Order>('orders')

export function Orders() {
  const list = useQuery(orders.find({ sort: 'id' }))
  const open = useQuery(orders.count({ where: { status: { equals: 'open' } } }))
  const pages = useInfiniteQuery(orders.findInfinite())
  const update = useMutation(orders.update())
  const total: number | undefined = open.data
  return (
    <ul title={`${total} ${pages.data?.pages[0]?.docs[0]?.status}`}>
      {list.data?.docs.map(({ id, status }) => (
        <li key={id} onClick={() => update.mutate({ id, status: 'paid' })}>
          {status}
        </li>
      ))}
    </ul>
  )
}
