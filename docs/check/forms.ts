/** The form that the guide of drafts edits event 1 with. */
import { QueryClient } from '@tanstack/react-query'
import { DraftObserver } from 'sanguine/drafts'
import { updateEvent, type Event } from './kit.js'

export const formOf = (client: QueryClient, id: number) =>
  new DraftObserver<Event>(client, { queryKey: ['events', id], id, mutation: updateEvent })
