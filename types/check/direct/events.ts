/** The log and its replay, as an app writes them. */
import { QueryClient } from 'sanguine'
import { EventLog, eventJson, eventLogOf, type LogEvent, Replay } from 'sanguine/intents'

const client = new QueryClient()
const log: EventLog = new EventLog(client, { limit: 200 })
eventLogOf(client).clear()

const stop: () => void = log.subscribe((event: LogEvent) => {
  switch (event.type) {
    case 'issued':
      console.log(event.name, event.changes[0]?.op)
      break
    case 'fetched':
      console.log(event.query, event.request, event.value)
      break
    case 'dropped':
      // @ts-expect-error it has no value
      console.log(event.why, event.value)
      break
    default:
      console.log(eventJson(event).n)
  }
})

const replay = new Replay(log.export(), { client })
for (let state = replay.at(0); state.position < replay.length; state = replay.next()) {
  console.log(state.event?.type, state.intents.length)
}
const view: unknown = replay.query('["orders"]')?.view
// @ts-expect-error a log is not iterable
for (const event of log) console.log(event, view)
stop()
log.detach()
