import type { ReactNode } from 'react'

import { EventsFrame } from '@/shop/events/events-frame'

export default function EventsLayout({ children }: { children: ReactNode }) {
  return <EventsFrame>{children}</EventsFrame>
}
