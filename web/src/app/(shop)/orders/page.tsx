import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { OrdersHost } from '@/shop/orders-host'
import { dehydratedOrders } from '@/shop/orders-server'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Orders' }

type Props = { searchParams: Promise<{ page?: string | string[] }> }

export default async function OrdersPage({ searchParams }: Props) {
  const { page: asked } = await searchParams
  const page = pageNumber(asked)
  if (asked !== undefined && page === 1) {
    redirect('/orders')
  }
  const { state, pages } = await dehydratedOrders(page)
  if (page > pages) {
    redirect(pages > 1 ? `/orders?page=${pages}` : '/orders')
  }
  return (
    <>
      <h1>Orders</h1>
      <p className="without-scripts">
        Without JavaScript orders can be read, but not changed. The links to other pages work; signing in does not.
      </p>
      <OrdersHost name="orders" page={page} state={state} />
    </>
  )
}

/** The page that an address asks for; 1 for what is no such number. */
const pageNumber = (asked: string | string[] | undefined): number =>
  typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
