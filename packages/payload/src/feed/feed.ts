import type { Payload } from 'payload'

import type { Adapter } from '../database/adapter.js'
import type { FeedSettings, Settings } from '../options.js'
import { Hub } from './hub.js'
import { ChangeLog } from './log.js'

/** What the parts of the feed share on one server. */
export type Feed = {
  log: ChangeLog
  hub: Hub
  settings: FeedSettings
  versionField: string
  /** The open streams of each user. */
  streams: Map<string, number>
  /** When to prune next, and how many changes were written since the last time. */
  pruning: { at: number; writes: number }
}

/** On the adapter, because a hot reload loads this module anew. */
const FEED = Symbol.for('sanguine.feed')

type WithFeed = { [FEED]?: Feed }

/** The feed of this server. */
export function feedOf(payload: Payload): Feed {
  const feed = (payload.db as WithFeed)[FEED]
  if (!feed) {
    throw new Error('sanguine: the feed has not started, because the database is not connected.')
  }
  return feed
}

/** Starts the feed each time the database is connected, and ends it with the database. */
export async function startFeed(adapter: Adapter & WithFeed, settings: Settings): Promise<void> {
  if (!settings.feed) {
    return
  }
  const { keepFor, keepAtMost, poll } = settings.feed
  const log = new ChangeLog(adapter, { keepForMs: keepFor * 1000, keepAtMost })
  const hub = new Hub(adapter, log, poll * 1000)
  if (adapter[FEED]) {
    adapter[FEED].hub.close()
  } else {
    endWithDatabase(adapter)
  }
  adapter[FEED] = {
    log,
    hub,
    settings: settings.feed,
    versionField: settings.versionField,
    streams: new Map(),
    pruning: { at: 0, writes: 0 },
  }
  await log.open()
}

function endWithDatabase(adapter: Adapter & WithFeed): void {
  const { destroy } = adapter
  adapter.destroy = async () => {
    adapter[FEED]?.hub.close()
    await destroy?.call(adapter)
  }
}
