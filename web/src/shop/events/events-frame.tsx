'use client'

import './events.css'

import { QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import { shopClient } from '../client'
import { EventAnnouncer } from './event-announcer'

/** What the list of events and the page of one event have in common. It stays when a person goes from one to the other. */
export function EventsFrame({ children }: { children: ReactNode }) {
  const [client] = useState(shopClient)
  return (
    <QueryClientProvider client={client}>
      <EventAnnouncer />
      {children}
    </QueryClientProvider>
  )
}
