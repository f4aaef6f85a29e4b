import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { dehydratedOrder, orderOf } from '@/shop/orders-server'
import { ReactOrderPage } from '@/shop/react-order-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const order = await orderOf((await params).id)
  return { title: order ? `Order ${order.number}` : 'Not found' }
}

export default async function ReactOrderRoute({ params }: Props) {
  const order = await orderOf((await params).id)
  if (!order) {
    notFound()
  }
  return (
    <>
      <h1>Order {order.number}</h1>
      <p>
        A field is saved if you leave it or press Enter. What you have typed stays until the server has it, whatever is
        fetched or refused meanwhile.
      </p>
      <ReactOrderPage id={order.id} state={dehydratedOrder(order)} />
    </>
  )
}
