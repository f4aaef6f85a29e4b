import type { Payload } from 'payload'

import type { Adapter } from '../database/adapter.js'
import type { FeedSettings, Settings } from '../options.js'
import { Hub } from './hub.js'
import { ChangeLog } from './log.js'
import type { Feed } from './stream.js'

const feeds = new WeakMap<object, Feed>()

/** The feed of this server. */
export function feedOf(payload: Payload): Feed {
  const feed = feeds.get(payload.db)
  if (!feed) {
    throw new Error('sanguine: the feed has not started, because the database is not connected.')
  }
  return feed
}

/** Starts the feed when the database is connected, and ends it with the database. */
export async function startFeed(adapter: Adapter, settings: Settings & { feed: FeedSettings }): Promise<void> {
  const { feed: options, versionField } = settings
  const log = new ChangeLog(adapter, { keepForMs: options.keepFor * 1000, keepAtMost: options.keepAtMost })
  const hub = new Hub(adapter, log, options.poll * 1000)
  feeds.set(adapter, { log, hub, settings: options, versionField })
  const { destroy } = adapter
  adapter.destroy = async () => {
    hub.close()
    await destroy?.call(adapter)
  }
  await log.open()
}
