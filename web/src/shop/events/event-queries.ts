import { queryOptions } from '@tanstack/react-query'

import { eventKeys } from './event-data'
import { findEvent, findEvents } from './event-requests'

export const eventList = queryOptions({
  queryKey: eventKeys.lists,
  queryFn: ({ signal }) => findEvents(signal),
})

export const eventDetail = (id: number) =>
  queryOptions({
    queryKey: eventKeys.detail(id),
    queryFn: ({ signal }) => findEvent(id, signal),
  })
