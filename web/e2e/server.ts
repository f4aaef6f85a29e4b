import { startShop } from '../scripts/shop-server.mjs'

/** Starts what the tests run against; returns what ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const shop = await startShop()
  process.env.E2E_ORIGIN = shop.origin
  process.env.E2E_DATABASE = shop.database
  return shop.end
}
