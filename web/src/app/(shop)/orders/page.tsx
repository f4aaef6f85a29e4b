import type { Metadata } from 'next'

import { OrdersHost } from '@/shop/orders-host'
import { dehydratedOrders } from '@/shop/orders-server'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Orders' }

export default async function OrdersPage() {
  return (
    <>
      <h1>Orders</h1>
      <OrdersHost name="orders" state={await dehydratedOrders()} />
    </>
  )
}
