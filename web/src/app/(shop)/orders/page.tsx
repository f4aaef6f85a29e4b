import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { OrdersHost } from '@/shop/orders-host'
import { dehydratedOrders } from '@/shop/orders-server'
import { wantedChange } from '@/shop/wanted'
import { WantedChange } from '@/shop/wanted-change'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Orders' }

type Props = { searchParams: Promise<Record<'page' | 'order' | 'status', string | string[] | undefined>> }

export default async function OrdersPage({ searchParams }: Props) {
  const { page: asked, order, status } = await searchParams
  const wanted = await wantedChange(order, status)
  const page = wanted?.page ?? pageNumber(asked)
  if (!wanted && asked !== undefined && page === 1) {
    redirect('/orders')
  }
  const { state, pages } = await dehydratedOrders(page)
  if (page > pages) {
    redirect(pages > 1 ? `/orders?page=${pages}` : '/orders')
  }
  return (
    <>
      <h1>Orders</h1>
      {wanted && <WantedChange key={wanted.id} {...wanted} />}
      <p className="without-scripts">
        Without JavaScript orders can be read, but not changed. All links work, and so do signing in and signing out.
      </p>
      <OrdersHost name="orders" page={page} state={state} />
    </>
  )
}

/** The page that an address asks for; 1 for what is no such number. */
const pageNumber = (asked: string | string[] | undefined): number =>
  typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
