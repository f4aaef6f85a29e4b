'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const pages = [
  ['/orders', 'Orders'],
  ['/events', 'Events'],
  ['/react', 'React'],
] as const

/** The links between the shop's pages; the one that is open says so. */
export function Navigation() {
  const path = usePathname()
  return (
    <nav aria-label="Main">
      <ul>
        {pages.map(([href, label]) => (
          <li key={href}>
            <Link href={href} aria-current={path.startsWith(href) ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
        <li>
          {/* The admin has its own root layout, so this is a new document. */}
          <a href="/admin">Admin</a>
        </li>
      </ul>
    </nav>
  )
}
