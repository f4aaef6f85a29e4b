import type { Metadata } from 'next'

import { dehydratedOrders } from '@/shop/orders-server'
import { ReactPage } from '@/shop/react-page'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'React' }

export default async function ReactRoute() {
  const { state } = await dehydratedOrders()
  return (
    <>
      <h1>Orders, twice on one client</h1>
      <p>
        The Java widget and React Query read the same query of the same client. A change on one side shows on both at
        once, and one that fails is taken back on both, without touching another that is under way.
      </p>
      <ReactPage state={state} />
    </>
  )
}
