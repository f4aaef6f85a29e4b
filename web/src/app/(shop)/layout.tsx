import './shop.css'
import './orders.css'

import type { Metadata, Viewport } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { Navigation } from '@/shop/navigation'
import { signedInUser } from '@/shop/payload'
import { Session } from '@/shop/session'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Sanguine shop', template: '%s · Sanguine shop' },
  description: 'A small shop whose pages show a change before the server has answered.',
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const user = await signedInUser()
  return (
    <html lang="en">
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <header className="top">
          <Link className="brand" href="/orders">
            Sanguine shop
          </Link>
          <Navigation />
          <Session email={user?.email} />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}
