import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'

import { isStatus, orderStatuses, type OrderStatus } from '@/order-status'
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
  const only = order === undefined && isStatus(status) ? status : undefined
  const page = wanted?.page ?? pageNumber(asked)
  if (!wanted && asked !== undefined && page === 1) {
    redirect(address(only))
  }
  const { state, pages } = await dehydratedOrders(page, only)
  if (page > pages) {
    redirect(address(only, pages))
  }
  return (
    <>
      <h1>Orders</h1>
      {wanted && <WantedChange key={wanted.id} {...wanted} />}
      <p className="without-scripts">
        Without JavaScript orders can be read, but not changed. All links work, and so do signing in and signing out.
      </p>
      <nav className="statuses" aria-label="Orders by status">
        {[undefined, ...orderStatuses].map((each) => (
          <Link key={each ?? 'all'} href={address(each)} aria-current={each === only ? 'page' : undefined}>
            {each ?? 'all'}
          </Link>
        ))}
      </nav>
      <OrdersHost name="orders" page={page} status={only} state={state} />
    </>
  )
}

/** The address of a page of the list, or of the orders of one status. */
function address(status?: OrderStatus, page = 1): string {
  const query = new URLSearchParams({ ...(status && { status }), ...(page > 1 && { page: String(page) }) })
  return query.size ? `/orders?${query}` : '/orders'
}

/** The page that an address asks for; 1 for what is no such number. */
const pageNumber = (asked: string | string[] | undefined): number =>
  typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
