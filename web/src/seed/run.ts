import config from '@payload-config'
import { getPayload } from 'payload'

import { shopUser } from '../environment'
import { eventSeeds } from './events'
import { orderSeeds } from './orders'

/** Adds what is missing of the seed data and changes nothing that is there. */
const payload = await getPayload({ config })

const { docs: users } = await payload.find({
  collection: 'users',
  where: { email: { equals: shopUser.email } },
  limit: 1,
})
if (users.length === 0) {
  await payload.create({ collection: 'users', data: { ...shopUser, name: 'Shop keeper' } })
}

const { docs: orders } = await payload.find({ collection: 'orders', pagination: false, select: { number: true } })
const numbers = new Set(orders.map((order) => order.number))
const newOrders = orderSeeds().filter((order) => !numbers.has(order.number))
for (const order of newOrders) {
  // Total and version are set by the collection's hooks.
  await payload.create({ collection: 'orders', data: { ...order, total: 0, version: 1 }, depth: 0 })
}

const { docs: events } = await payload.find({ collection: 'events', pagination: false, select: { title: true } })
const titles = new Set(events.map((event) => event.title))
const newEvents = eventSeeds().filter((event) => !titles.has(event.title))
for (const event of newEvents) {
  await payload.create({ collection: 'events', data: { ...event, version: 1 }, depth: 0 })
}

console.log(`seed: ${newOrders.length} orders, ${newEvents.length} events, ${users.length === 0 ? 1 : 0} users added`)
process.exit(0)
